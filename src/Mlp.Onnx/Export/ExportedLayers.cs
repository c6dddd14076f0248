using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Export;

/// <summary>Which operators compute which kind of layer. Numbers are written as they are, in the canonical order, which is ONNX' own.</summary>
internal static class ExportedLayers
{
    /// <summary>Adds what a layer computes.</summary>
    /// <param name="chain">What is at the end goes through it.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="number">The number of the layer, counted from 1.</param>
    /// <exception cref="ArgumentException">There is no such kind of layer, or no operator for its windows.</exception>
    internal static void Append(GraphChain chain, LayerDescription layer, float[] parameters, int number)
    {
        chain.Begin(FormattableString.Invariant($"layer{number}"));
        switch (layer.Kind)
        {
            case "Dense":
                chain.Take([layer.Inputs]);
                chain.Apply("Gemm", Tensors(chain, layer, parameters), [OnnxAttributes.Integer("transB", 1)], layer.OutputShape);
                break;
            case "Conv":
                chain.TakeChannelsFirst(layer.InputShape);
                chain.Apply("Conv", Tensors(chain, layer, parameters), [.. Window(layer), OnnxAttributes.Integers("dilations", layer.Window!.Dilations), OnnxAttributes.Integer("group", layer.Window.Groups)], layer.OutputShape);
                break;
            case "MaxPool":
                chain.TakeChannelsFirst(layer.InputShape);
                chain.Apply("MaxPool", [], [.. Window(layer)], layer.OutputShape);
                break;
            case "AveragePool":
                chain.TakeChannelsFirst(layer.InputShape);
                chain.Apply("AveragePool", [], [.. Window(layer), OnnxAttributes.Integer("count_include_pad", 0)], layer.OutputShape);
                break;
            case "GlobalAveragePool":
                GlobalAveragePool(chain, layer);
                break;
            case "Affine":
                Affine(chain, layer);
                break;
            case "Clip":
                TakeShape(chain, layer);
                chain.Apply("Clip", [chain.Floats("low", [layer.Constants[0]]), chain.Floats("high", [layer.Constants[1]])]);
                break;
            case "PReLU":
                TakeShape(chain, layer);
                chain.Apply("PRelu", [chain.PerChannel("slopes", ValuesOf(layer, parameters, 0))]);
                break;
            case "Activation":
                TakeShape(chain, layer);
                break;
            case "Dropout":
                // It drops nothing where nothing is trained.
                break;
            default:
                throw new ArgumentException($"Layers of the kind \"{layer.Kind}\" cannot be written as ONNX. Use packages of one version.", "network");
        }

        ExportedActivations.Append(chain, layer.Activation);
    }

    /// <summary>Where a layer does not care for the order of channels, they stay as they are.</summary>
    private static void TakeShape(GraphChain chain, LayerDescription layer)
    {
        if (!chain.Shape.SequenceEqual(layer.InputShape))
        {
            chain.Take(layer.InputShape);
        }
    }

    private static void GlobalAveragePool(GraphChain chain, LayerDescription layer)
    {
        if (layer.InputShape.Count == 1)
        {
            // The mean of one position is itself.
            chain.Take(layer.InputShape);
            return;
        }

        chain.TakeChannelsFirst(layer.InputShape);
        chain.Apply("GlobalAveragePool", [], [], [.. layer.InputShape.SkipLast(1).Select(static _ => 1), layer.InputShape[^1]]);
        chain.Take(layer.OutputShape);
    }

    private static void Affine(GraphChain chain, LayerDescription layer)
    {
        TakeShape(chain, layer);
        float[] numbers = [.. layer.Constants];
        int given = numbers.Length / 2;
        chain.Apply("Mul", [Constant("scales", numbers.AsSpan(0, given))]);
        chain.Apply("Add", [Constant("offsets", numbers.AsSpan(given))]);

        string Constant(string name, ReadOnlySpan<float> values) => values.Length == 1 ? chain.Floats(name, values) : chain.PerChannel(name, values);
    }

    /// <summary>Kernel, strides and padding; what is padded behind follows from the shape that leaves.</summary>
    private static IEnumerable<AttributeProto> Window(LayerDescription layer)
    {
        WindowDescription window = layer.Window!;
        int axes = window.Kernel.Count;
        int[] after = new int[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            int arrives = layer.InputShape[axis] + window.PaddingBefore[axis];
            int seen = ((window.Kernel[axis] - 1) * window.Dilations[axis]) + 1;
            int end = ((layer.OutputShape[axis] - 1) * window.Strides[axis]) + seen;
            after[axis] = Math.Max(0, end - arrives);
            if (((arrives + after[axis] - seen) / window.Strides[axis]) + 1 != layer.OutputShape[axis])
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The {layer.Kind} layer stops before its windows reach the end of axis {axis}, which ONNX cannot say."), "network");
            }
        }

        yield return OnnxAttributes.Integers("kernel_shape", window.Kernel);
        yield return OnnxAttributes.Integers("strides", window.Strides);
        yield return OnnxAttributes.Integers("pads", [.. window.PaddingBefore, .. after]);
    }

    private static string[] Tensors(GraphChain chain, LayerDescription layer, float[] parameters) =>
        [.. layer.Tensors.Select((tensor, index) => chain.Floats(tensor.Name, ValuesOf(layer, parameters, index), tensor.Extents))];

    private static ReadOnlySpan<float> ValuesOf(LayerDescription layer, float[] parameters, int tensor) =>
        parameters.AsSpan(layer.ParameterOffset + layer.Tensors.Take(tensor).Sum(static earlier => earlier.Count), layer.Tensors[tensor].Count);
}
