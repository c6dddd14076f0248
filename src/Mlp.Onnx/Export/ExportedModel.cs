using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Reading;

namespace Mlp.Onnx.Export;

/// <summary>
/// A network as a model of ONNX: the layers one behind the other, channels first where convolutions and pools want it, and last wherever a sample enters,
/// leaves or becomes flat.
/// </summary>
/// <remarks>A Transpose stands where the order changes, and no weight is moved: the numbers of the file are the parameters, tensor by tensor.</remarks>
internal static class ExportedModel
{
    private const int Format = 8;
    private const int Opset = 17;
    private const string Batch = "batch";

    /// <summary>The model of a network.</summary>
    /// <param name="network">What the network is.</param>
    /// <param name="parameters">Its parameters, in canonical order.</param>
    /// <param name="options">Names and scalers.</param>
    /// <param name="metadata">What else is said of it.</param>
    /// <exception cref="ArgumentException">It cannot be written: a parameter is not finite, a layer is not known, names meet, or the file would be too large.</exception>
    internal static ModelProto Of(NetworkDescription network, float[] parameters, OnnxExportOptions options, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        RequireFinite(network, parameters);
        IReadOnlyList<int> inputs = network.Layers[0].InputShape;
        IReadOnlyList<int> outputs = network.Layers[^1].OutputShape;
        var chain = new GraphChain(options.InputName, inputs);
        if (options.Scaler is { } scaler)
        {
            ExportedScalers.AppendInputs(chain, scaler);
        }

        for (int index = 0; index < network.Layers.Count; index++)
        {
            ExportedLayers.Append(chain, network.Layers[index], parameters, index + 1);
        }

        chain.Begin("network");
        chain.Take(outputs);
        if (options.TargetScaler is { } targets)
        {
            ExportedScalers.AppendTargets(chain, targets);
        }

        chain.Name(options.OutputName);
        chain.Graph.Input.Add(Value(options.InputName, inputs));
        chain.Graph.Output.Add(Value(options.OutputName, outputs));
        var model = new ModelProto
        {
            IrVersion = Format,
            ProducerName = "Mlp",
            ProducerVersion = typeof(ExportedModel).Assembly.GetName().Version!.ToString(3),
            Graph = chain.Graph,
            OpsetImport = { new OperatorSetIdProto { Domain = string.Empty, Version = Opset } },
        };
        model.MetadataProps.AddRange(metadata.Select(static entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
        return model;
    }

    /// <summary>Refuses what would not be read again.</summary>
    /// <exception cref="ArgumentException">The file would be too large.</exception>
    internal static void RequireReadable(ModelProto model)
    {
        long size = model.Graph.Initializer.Sum(static tensor => (long)tensor.RawData.Length);
        if (size > OnnxLimits.File || model.CalculateSize() > OnnxLimits.File)
        {
            throw new ArgumentException(FormattableString.Invariant($"The file would have more than {OnnxLimits.File} bytes, which is the most that is read."), "network");
        }
    }

    private static void RequireFinite(NetworkDescription network, float[] parameters)
    {
        int place = Array.FindIndex(parameters, static value => !float.IsFinite(value));
        if (place >= 0)
        {
            int layer = network.Layers.TakeWhile(layer => layer.ParameterOffset + layer.ParameterCount <= place).Count();
            throw new ArgumentException(FormattableString.Invariant(
                $"Parameter {place} (counted from 0), of layer {layer + 1}, {network.Layers[layer].Kind}, is {parameters[place]}: the training diverged. Nothing was saved."), "network");
        }
    }

    private static ValueInfoProto Value(string name, IReadOnlyList<int> shape)
    {
        var dimensions = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimParam = Batch } } };
        dimensions.Dim.AddRange(shape.Select(static extent => new TensorShapeProto.Types.Dimension { DimValue = extent }));
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)OnnxElementType.Float, Shape = dimensions } },
        };
    }
}
