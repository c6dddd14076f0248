using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Elements;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>What a classifier ends in: probabilities, and the class with the largest. The network has the probabilities.</summary>
internal static class HeadOperators
{
    /// <summary>Softmax over all values of a sample: before opset 13 those from a dimension on, since then those of a dimension.</summary>
    public static TensorValue Softmax(NodeCall call)
    {
        Signal signal = call.Signal(0);
        Layout layout = signal.Layout;
        bool isOld = call.Opset < 13;
        int axis = call.Axis(call.Integer("axis", isOld ? 1 : -1), layout.Rank);
        int[] normalized = isOld ? [.. Enumerable.Range(axis, layout.Rank - axis)] : [axis];
        if (!normalized.All(layout.IsOfSample) || Layout.SizeOf(normalized.SelectMany(layout.ValuesOf)) != layout.Size)
        {
            throw call.Refuse(OnnxFaultCode.AttributeValue, $"has axis = {call.Integer("axis", isOld ? 1 : -1)}, and so goes over {Layout.SizeOf(normalized.SelectMany(layout.ValuesOf))} of the values of [{ShapeText.Of(layout)}]; it is supported over all values of a sample");
        }

        LayerChain chain = call.Context.Chains.Lowered(signal.Chain, signal.Expression);
        return signal.Behind(ChainBuilder.AppendActivation(chain, Activation.Softmax, call.Described), layout);
    }

    /// <summary>The class with the largest probability.</summary>
    public static TensorValue ArgMax(NodeCall call)
    {
        Signal signal = call.AnySignal(0);
        if (signal.Head is null && signal.Chain.Ending != Activation.Softmax)
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"takes the largest of scores that went through no Softmax; the scores are \"{call.Node.Inputs[0]}\"");
        }

        // Of 1 − p beside p, the last dimension has both.
        int axis = call.Axis(call.Integer("axis", 0), signal.Layout.Rank);
        bool isOfClasses = signal.Head is { IsPair: true } ? axis == signal.Layout.Rank - 1 : signal.Layout.ExtentOf(axis) == signal.Layout.Size && signal.Layout.IsOfSample(axis);
        return isOfClasses
            ? AsClass(call, signal).Without(call.Node.Operator)
            : throw call.Refuse(OnnxFaultCode.AttributeValue, $"has axis = {axis}, which is not the dimension of classes");
    }

    /// <summary>The name of a class by its number.</summary>
    public static TensorValue ArrayFeatureExtractor(NodeCall call)
    {
        if (call.Input(0) is not ConstantValue names || call.Input(1) is not Signal { Head.IsClass: true } signal)
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"is supported as the name of a class alone");
        }

        return Named(call, signal, Texts(names.Tensor));
    }

    /// <summary>Probabilities by the names of classes.</summary>
    public static TensorValue ZipMap(NodeCall call)
    {
        Signal signal = call.AnySignal(0);
        if (signal.Head is null && signal.Chain.Ending != Activation.Softmax)
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"has names for values that are no probabilities");
        }

        IReadOnlyList<string> names = call.Node.Attributes.TryGetValue("classlabels_strings", out OnnxAttributeValue? strings) ? strings.Strings
            : call.Node.Attributes.TryGetValue("classlabels_int64s", out OnnxAttributeValue? integers)
                ? [.. integers.Integers.Select(static number => number.ToString(CultureInfo.InvariantCulture))]
                : [];
        return Named(call, AsClass(call, signal), names);
    }

    /// <summary>One tensor alone, or 1 − p beside p.</summary>
    public static TensorValue Concat(NodeCall call)
    {
        if (call.Count == 1)
        {
            return call.Signal(0).Without(call.Node.Operator);
        }

        int[] inputs = [.. Enumerable.Range(0, call.Count)];
        if (inputs.Select(call.Input).OfType<Signal>().Count() < call.Count)
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"puts constants beside values that are computed, which no layer does");
        }

        if (call.Count == 2 && call.Signal(0) is var other && call.Signal(1) is var second && ReferenceEquals(other.Chain, second.Chain) && second.Layout.Size == 1
            && call.Axis(call.Integer("axis", 1), second.Layout.Rank) == second.Layout.Rank - 1
            && other.Expression is AffineExpression affine && affine.Scale.AreAll(-1) && affine.Offset.AreAll(1) && Proportion.AreSame(affine.Child, second.Expression)
            && call.Context.Chains.Lowered(second.Chain, second.Expression).Last is { Activation: Activation.Sigmoid })
        {
            return second.As(new ClassifierHead(IsClass: false, call.Node.Outputs[0], IsPair: true)).Without(call.Node.Operator);
        }

        throw Meetings.Of(call, inputs);
    }

    private static Signal AsClass(NodeCall call, Signal signal) =>
        signal.As(signal.Head is { } head ? head with { IsClass = true } : new ClassifierHead(IsClass: true, call.Node.Inputs[0], IsPair: false));

    private static Signal Named(NodeCall call, Signal signal, IReadOnlyList<string> names)
    {
        LayerChain chain = call.Context.Chains.Lowered(signal.Chain, signal.Expression);
        int classes = signal.Layout.Size == 1 ? 2 : signal.Layout.Size;
        if (names.Count != classes)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"has {names.Count} names for {classes} classes");
        }

        call.Context.ClassNames.TryAdd(chain, names);
        return signal.Without(call.Node.Operator);
    }

    private static IReadOnlyList<string> Texts(OnnxTensor tensor) => tensor.Strings.Count > 0
        ? tensor.Strings
        : [.. tensor.Values.Select(static number => number.ToString(CultureInfo.InvariantCulture))];
}
