using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Export;

/// <summary>A graph that grows at its end: each operator takes what the one before it gave. It knows the shape of a sample there, and where the channels are.</summary>
internal sealed class GraphChain
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private string _scope = string.Empty;

    /// <summary>A graph that gives what it takes.</summary>
    /// <param name="input">The name of its input.</param>
    /// <param name="shape">The shape of a sample, channels last.</param>
    internal GraphChain(string input, IReadOnlyList<int> shape)
    {
        (Tensor, Shape) = (input, shape);
        _names.Add(input);
    }

    /// <summary>The graph.</summary>
    internal GraphProto Graph { get; } = new() { Name = "network" };

    /// <summary>The name of the tensor at the end.</summary>
    internal string Tensor { get; private set; }

    /// <summary>The shape of a sample at the end, written with channels last wherever they are.</summary>
    internal IReadOnlyList<int> Shape { get; private set; }

    /// <summary>Where the channels are.</summary>
    internal SampleLayout Layout { get; private set; }

    private int Channels => Shape[^1];

    // Without channels or without positions there is nothing to exchange: the values are in the same order both ways.
    private bool IsOrderTheSame => Shape.Count == 1 || Channels == 1 || Shape.SkipLast(1).All(static extent => extent == 1);

    /// <summary>Says what is written from here on, for names.</summary>
    internal void Begin(string scope) => _scope = scope;

    /// <summary>Adds an operator that leaves the shape as it is.</summary>
    /// <param name="operation">What it computes.</param>
    /// <param name="inputs">What it takes beside the tensor at the end.</param>
    /// <param name="attributes">How it is done.</param>
    internal void Apply(string operation, IReadOnlyList<string> inputs, params IReadOnlyList<AttributeProto> attributes) =>
        ApplyTo([Tensor, .. inputs], operation, attributes);

    /// <inheritdoc cref="Apply(string, IReadOnlyList{string}, IReadOnlyList{AttributeProto})"/>
    internal void Apply(string operation, params IReadOnlyList<AttributeProto> attributes) => Apply(operation, [], attributes);

    /// <summary>Adds an operator that makes another shape of what arrives.</summary>
    internal void Apply(string operation, IReadOnlyList<string> inputs, IReadOnlyList<AttributeProto> attributes, IReadOnlyList<int> leaves)
    {
        Apply(operation, inputs, attributes);
        Shape = leaves;
    }

    /// <summary>Adds an operator that takes no more than what is given.</summary>
    internal void ApplyTo(IReadOnlyList<string> inputs, string operation, params IReadOnlyList<AttributeProto> attributes)
    {
        string output = Unused($"{_scope}/{operation}");
        var node = new NodeProto { Name = output, OpType = operation };
        node.Input.AddRange(inputs);
        node.Output.Add(output);
        node.Attribute.AddRange(attributes);
        Graph.Node.Add(node);
        Tensor = output;
    }

    /// <summary>Brings the end to another shape of as many values in the same order, channels last.</summary>
    internal void Take(IReadOnlyList<int> shape)
    {
        if (Shape.SequenceEqual(shape) && (Layout == SampleLayout.ChannelsLast || shape.Count == 1))
        {
            return;
        }

        if (Layout == SampleLayout.ChannelsFirst && !IsOrderTheSame)
        {
            Transpose([0, .. Enumerable.Range(2, Shape.Count - 1), 1], SampleLayout.ChannelsLast);
        }

        if (shape.Count == 1 && Shape.Count > 1)
        {
            Apply("Flatten", OnnxAttributes.Integer("axis", 1));
        }
        else if (Layout == SampleLayout.ChannelsFirst || !Shape.SequenceEqual(shape))
        {
            Reshape(shape);
        }

        (Shape, Layout) = (shape, SampleLayout.ChannelsLast);
    }

    /// <summary>Brings the end to a shape, channels first.</summary>
    internal void TakeChannelsFirst(IReadOnlyList<int> shape)
    {
        if (Layout == SampleLayout.ChannelsFirst && Shape.SequenceEqual(shape))
        {
            return;
        }

        Take(shape);
        if (IsOrderTheSame)
        {
            Reshape([Channels, .. Shape.SkipLast(1)]);
            Layout = SampleLayout.ChannelsFirst;
        }
        else
        {
            Transpose([0, Shape.Count, .. Enumerable.Range(1, Shape.Count - 1)], SampleLayout.ChannelsFirst);
        }
    }

    /// <summary>Gives the tensor at the end another name.</summary>
    internal void Name(string output)
    {
        if (!_names.Add(output))
        {
            throw new ArgumentException($"The output cannot be called \"{output}\", for another tensor of the model is: choose another OutputName, or another InputName.", "options");
        }

        if (Graph.Node.Count == 0)
        {
            Begin("network");
            Apply("Identity");
        }

        // Nothing takes it, for it is the end.
        Graph.Node[^1].Output[0] = output;
        Tensor = output;
    }

    /// <summary>Adds a tensor of floats.</summary>
    /// <param name="name">What it is to the layer.</param>
    /// <param name="values">Its values, row-major.</param>
    /// <param name="extents">Its dimensions; none for a scalar.</param>
    /// <returns>Its name in the graph.</returns>
    internal string Floats(string name, ReadOnlySpan<float> values, params IEnumerable<int> extents)
    {
        byte[] bytes = new byte[values.Length * sizeof(float)];
        MemoryMarshal.AsBytes(values).CopyTo(bytes);
        if (!BitConverter.IsLittleEndian)
        {
            foreach (ref int bits in MemoryMarshal.Cast<byte, int>(bytes.AsSpan()))
            {
                bits = BinaryPrimitives.ReverseEndianness(bits);
            }
        }

        return Initializer(name, OnnxElementType.Float, bytes, extents.Select(static extent => (long)extent));
    }

    /// <summary>Adds a tensor of one number for each channel, shaped so that it meets the channels of the end.</summary>
    internal string PerChannel(string name, ReadOnlySpan<float> values) => Layout == SampleLayout.ChannelsFirst
        ? Floats(name, values, [values.Length, .. Shape.Skip(1).Select(static _ => 1)])
        : Floats(name, values, values.Length);

    private string Initializer(string name, OnnxElementType type, byte[] bytes, params IEnumerable<long> extents)
    {
        var tensor = new TensorProto { Name = Unused($"{_scope}.{name}"), DataType = (int)type, RawData = UnsafeByteOperations.UnsafeWrap(bytes) };
        tensor.Dims.AddRange(extents);
        Graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    private void Reshape(IReadOnlyList<int> extents)
    {
        byte[] bytes = new byte[(extents.Count + 1) * sizeof(long)];
        for (int index = 0; index <= extents.Count; index++)
        {
            // −1: whatever the batch is.
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(index * sizeof(long)), index == 0 ? -1 : extents[index - 1]);
        }

        Apply("Reshape", [Initializer("shape", OnnxElementType.Int64, bytes, extents.Count + 1)]);
    }

    private void Transpose(int[] order, SampleLayout layout)
    {
        Apply("Transpose", OnnxAttributes.Integers("perm", order));
        Layout = layout;
    }

    private string Unused(string name)
    {
        string unused = name;
        for (int count = 2; !_names.Add(unused); count++)
        {
            unused = FormattableString.Invariant($"{name}{count}");
        }

        return unused;
    }
}
