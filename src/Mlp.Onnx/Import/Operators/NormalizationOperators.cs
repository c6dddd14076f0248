using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Scales and offsets that were learned or measured before.</summary>
internal static class NormalizationOperators
{
    /// <summary>(x − mean) / √(variance + epsilon) · scale + bias, for each channel.</summary>
    public static TensorValue BatchNormalization(NodeCall call)
    {
        Signal signal = call.Signal(0);
        bool isTest = call.Opset < 7 && call.Integer("is_test", 0) != 0;
        if (call.Integer("training_mode", 0) != 0 || (!isTest && call.Node.Outputs.Skip(1).Any(static name => name.Length > 0)))
        {
            throw call.Refuse(OnnxFaultCode.AttributeValue, $"is in training mode; export the model for inference");
        }

        double epsilon = call.Number("epsilon", 1e-5f);
        double[][] tensors = [.. Enumerable.Range(1, 4).Select(input => call.Floats(call.Constant(input)))];
        int count = tensors[0].Length;
        if (tensors.Any(tensor => tensor.Length != count))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"has tensors of {string.Join(", ", tensors.Select(static tensor => tensor.Length))} values");
        }

        double[] scales = new double[count];
        double[] offsets = new double[count];
        for (int index = 0; index < count; index++)
        {
            scales[index] = tensors[0][index] / Math.Sqrt(tensors[3][index] + epsilon);
            offsets[index] = tensors[1][index] - (tensors[2][index] * scales[index]);
        }

        if (!new Numbers(scales).AreFloats || !new Numbers(offsets).AreFloats)
        {
            throw call.Refuse(OnnxFaultCode.NonFinite, $"has a variance whose root is no number above 0");
        }

        // Of old versions, some have numbers for each value.
        OnnxTensor scale = call.Constant(1).Tensor;
        int rank = signal.Layout.Rank;
        IReadOnlyList<int> extents = scale.Extents.Count > 1 ? scale.Extents : rank > 1 ? [count, .. Enumerable.Repeat(1, rank - 2)] : [count];
        return Affine(call, signal, Broadcasting.Over(call, signal.Layout, extents, scales), Broadcasting.Over(call, signal.Layout, extents, offsets));
    }

    /// <summary>(x − offset) · scale, of ONNX' classic machine learning.</summary>
    public static TensorValue Scaler(NodeCall call)
    {
        Signal signal = call.Signal(0).Of(OnnxElementType.Float);
        double[] offsets = Attribute(call, "offset", 0);
        double[] scales = Attribute(call, "scale", 1);
        Numbers scale = Broadcasting.Over(call, signal.Layout, [scales.Length], scales);
        Numbers offset = Broadcasting.Over(call, signal.Layout, [offsets.Length], offsets);
        return Affine(call, signal.With(call.Context.Expressions.Affine(signal.Expression, Numbers.One, offset.Map(static number => -number), call.Described)), scale, Numbers.Zero);
    }

    private static double[] Attribute(NodeCall call, string name, double usual)
    {
        double[] numbers = call.Node.Attributes.TryGetValue(name, out OnnxAttributeValue? value) && value.Numbers.Count > 0 ? [.. value.Numbers] : [usual];
        return Array.TrueForAll(numbers, static number => float.IsFinite((float)number))
            ? numbers
            : throw call.Refuse(OnnxFaultCode.NonFinite, $"has a {name} that is no finite number");
    }

    private static Signal Affine(NodeCall call, Signal signal, Numbers scale, Numbers offset) =>
        signal.With(call.Context.Expressions.Affine(signal.Expression, scale, offset, call.Described));
}
