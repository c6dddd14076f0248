using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>A node with what is known of its inputs.</summary>
/// <param name="node">The node.</param>
/// <param name="inputs">The values; null for one that is left out.</param>
/// <param name="context">What all nodes share.</param>
internal sealed class NodeCall(OnnxNode node, IReadOnlyList<TensorValue?> inputs, ImportContext context)
{
    /// <summary>The node.</summary>
    public OnnxNode Node => node;

    /// <summary>What all nodes share.</summary>
    public ImportContext Context => context;

    /// <summary>The version of the operators.</summary>
    public long Opset => context.Graph.Opset;

    /// <summary>How many inputs there are, with those that are left out.</summary>
    public int Count => inputs.Count;

    /// <summary>The node in words: <c>Gemm "fc1"</c>.</summary>
    public string Described => $"{node.Operator} \"{Name}\"";

    private string Name => node.Name.Length > 0 ? node.Name : node.Outputs.FirstOrDefault(static name => name.Length > 0) ?? "";

    /// <summary>Why the node is not covered.</summary>
    /// <param name="code">What is wrong.</param>
    /// <param name="reason">The same, of which the node is the subject: <c>has transA = 1</c>.</param>
    public Refusal Refuse(OnnxFaultCode code, FormattableString reason) => new(
        code, FormattableString.Invariant($"The node {Described} (opset {Opset}) {FormattableString.Invariant(reason)}."));

    /// <summary>What is known of an input; null where it is left out.</summary>
    public TensorValue? Input(int index) => index < inputs.Count ? inputs[index] : null;

    /// <summary>An input whose numbers must be known.</summary>
    /// <exception cref="Refusal">They are not, or it is left out.</exception>
    public ConstantValue Constant(int index) => Input(index) switch
    {
        ConstantValue constant => constant,
        null => throw Refuse(OnnxFaultCode.Shape, $"has no input {index + 1}"),
        _ => throw Refuse(OnnxFaultCode.ComputedWeights, $"takes \"{node.Inputs[index]}\", which is computed at run time, where numbers that are in the file are expected"),
    };

    /// <summary>An input whose numbers must be known, if it is there.</summary>
    public ConstantValue? OptionalConstant(int index) => Input(index) is null ? null : Constant(index);

    /// <summary>An input that the network computes, whatever it is.</summary>
    /// <exception cref="Refusal">It does not, or it is left out.</exception>
    public Signal AnySignal(int index) => Input(index) switch
    {
        Signal signal => signal,
        null => throw Refuse(OnnxFaultCode.Shape, $"has no input {index + 1}"),
        _ => throw Refuse(OnnxFaultCode.ComputedWeights, $"takes \"{node.Inputs[index]}\", which does not depend on the values of an input, where values of the network are expected"),
    };

    /// <summary>An input that the network computes, with or without zeros around it.</summary>
    /// <exception cref="Refusal">It is a class already.</exception>
    public Signal PaddedSignal(int index) => AnySignal(index) is { Head: null } signal
        ? signal
        : throw Refuse(OnnxFaultCode.Operator, $"computes with classes, which come last");

    /// <summary>An input that the network computes.</summary>
    /// <exception cref="Refusal">Zeros are around it.</exception>
    public Signal Signal(int index) => PaddedSignal(index) is { Padding: null } signal
        ? signal
        : throw Refuse(OnnxFaultCode.Operator, $"follows a Pad, which is supported before a convolution alone");

    /// <summary>An integer attribute.</summary>
    public long Integer(string name, long usual) => !node.Attributes.TryGetValue(name, out OnnxAttributeValue? value) ? usual
        : value.Integers.Count > 0 ? value.Integers[0]
        : throw Refuse(OnnxFaultCode.AttributeValue, $"has an attribute {name} that is no integer");

    /// <summary>An integer attribute that is small.</summary>
    /// <exception cref="Refusal">It is not.</exception>
    public int Small(string name, int usual) => ToSmall(name, Integer(name, usual));

    /// <summary>A number attribute.</summary>
    public double Number(string name, double usual) => !node.Attributes.TryGetValue(name, out OnnxAttributeValue? value) ? usual
        : value.Numbers.Count > 0 ? value.Numbers[0]
        : throw Refuse(OnnxFaultCode.AttributeValue, $"has an attribute {name} that is no number");

    /// <summary>An attribute of several integers; null where it is not there.</summary>
    public IReadOnlyList<int>? Integers(string name) =>
        node.Attributes.TryGetValue(name, out OnnxAttributeValue? value) ? [.. value.Integers.Select(number => ToSmall(name, number))] : null;

    /// <summary>A text attribute.</summary>
    public string Text(string name, string usual) => node.Attributes.TryGetValue(name, out OnnxAttributeValue? value) && value.Strings.Count > 0 ? value.Strings[0] : usual;

    /// <summary>Integers that old versions have as an attribute and new ones as an input; null where they are not there.</summary>
    public IReadOnlyList<int>? IntegersOrInput(string name, int index) =>
        Integers(name) ?? (OptionalConstant(index) is { } constant ? [.. constant.Tensor.Values.Select(number => ToSmall(name, (long)number))] : null);

    /// <summary>A dimension, counted from the end where it is negative.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public int Axis(long axis, int rank) => axis >= -rank && axis < rank
        ? (int)(axis < 0 ? axis + rank : axis)
        : throw Refuse(OnnxFaultCode.Shape, $"goes along dimension {axis} of a tensor that has {rank}");

    /// <summary>The values of a constant, each finite.</summary>
    /// <exception cref="Refusal">One is not, or they are no floats.</exception>
    public double[] Floats(ConstantValue constant) => Weights.Of(this, constant.Tensor);

    private int ToSmall(string name, long number) => number is >= int.MinValue and <= int.MaxValue
        ? (int)number
        : number == long.MaxValue ? int.MaxValue : number < -int.MaxValue && name != "pads" ? int.MinValue : throw Refuse(OnnxFaultCode.AttributeValue, $"has {name} with {number}");
}
