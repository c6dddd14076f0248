using System;
using System.Linq;
using Google.Protobuf;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Reading;

namespace Mlp.Onnx.Tests.Import;

/// <summary>A small model in a few words: nodes one behind the other, the last of which makes the output.</summary>
internal sealed class ModelBuilder
{
    private readonly Random _random = new(7);
    private readonly GraphProto _graph = new();
    private int _names;

    internal ModelBuilder(int opset = 17, string producer = "pytorch")
    {
        Model = new ModelProto { IrVersion = opset > 17 ? 9 : 8, ProducerName = producer, Graph = _graph, OpsetImport = { new OperatorSetIdProto { Version = opset }, new OperatorSetIdProto { Domain = "ai.onnx.ml", Version = 2 } } };
    }

    internal ModelProto Model { get; }

    /// <summary>The tensor that the last node made, or the last input.</summary>
    internal string Tensor { get; private set; } = "";

    /// <summary>An input; −1 for a dimension that is open.</summary>
    internal ModelBuilder Input(params int[] extents) => Input("x", OnnxElementType.Float, extents);

    internal ModelBuilder Input(string name, OnnxElementType type, params int[] extents)
    {
        var shape = new TensorShapeProto();
        shape.Dim.AddRange(extents.Select(extent => extent < 0 ? new TensorShapeProto.Types.Dimension { DimParam = $"d{-extent}" } : new TensorShapeProto.Types.Dimension { DimValue = extent }));
        _graph.Input.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } });
        Tensor = name;
        return this;
    }

    /// <summary>A tensor of random floats.</summary>
    internal string Random(params int[] extents) => Floats([.. Enumerable.Range(0, Count(extents)).Select(_ => ((float)_random.NextDouble() * 2) - 1)], extents);

    /// <summary>A tensor of random floats above 0.2.</summary>
    internal string Positive(params int[] extents) => Floats([.. Enumerable.Range(0, Count(extents)).Select(_ => (float)_random.NextDouble() + 0.2f)], extents);

    internal string Floats(float[] values, params int[] extents) => Initializer(OnnxElementType.Float, [.. values.SelectMany(BitConverter.GetBytes)], extents);

    internal string Float(float value) => Floats([value]);

    internal string Doubles(double[] values, params int[] extents) => Initializer(OnnxElementType.Double, [.. values.SelectMany(BitConverter.GetBytes)], extents);

    internal string Integers(params long[] values) => Initializer(OnnxElementType.Int64, [.. values.SelectMany(BitConverter.GetBytes)], values.Length);

    internal string Integer(long value) => Initializer(OnnxElementType.Int64, BitConverter.GetBytes(value), []);

    /// <summary>A node behind the tensor at the end.</summary>
    internal ModelBuilder Then(string operation, string[] others, params (string Name, object Value)[] attributes) => Node(operation, [Tensor, .. others], attributes);

    internal ModelBuilder Then(string operation, params (string Name, object Value)[] attributes) => Node(operation, [Tensor], attributes);

    /// <summary>A node of given inputs, whose output is the end now.</summary>
    internal ModelBuilder Node(string operation, string[] inputs, params (string Name, object Value)[] attributes)
    {
        Make(operation, inputs, 1, "", attributes);
        return this;
    }

    /// <summary>A node with several outputs or of another domain.</summary>
    internal string[] Make(string operation, string[] inputs, int outputs, string domain, params (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = operation, Domain = domain, Name = $"node{++_names}" };
        node.Input.AddRange(inputs);
        node.Output.AddRange(Enumerable.Range(0, outputs).Select(index => $"t{_names}{(index == 0 ? "" : $"_{index}")}"));
        node.Attribute.AddRange(attributes.Select(static pair => Attribute(pair.Name, pair.Value)));
        _graph.Node.Add(node);
        Tensor = node.Output[0];
        return [.. node.Output];
    }

    /// <summary>The end is the tensor of another name.</summary>
    internal ModelBuilder From(string tensor)
    {
        Tensor = tensor;
        return this;
    }

    internal ModelBuilder Metadata(string key, string value)
    {
        Model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        return this;
    }

    /// <summary>The bytes of the model, whose output is the tensor at the end; nodes in the order that ONNX asks for.</summary>
    internal byte[] Bytes()
    {
        _graph.Output.Clear();
        _graph.Output.Add(new ValueInfoProto { Name = Tensor });
        return Model.ToByteArray();
    }

    /// <summary>What the reader makes of it, with its nodes in a random order.</summary>
    internal OnnxGraph Graph(int order = 0)
    {
        ModelProto shuffled = ModelProto.Parser.ParseFrom(Bytes());
        NodeProto[] nodes = [.. shuffled.Graph.Node];
        if (order > 0)
        {
            new Random(order).Shuffle(nodes);
        }

        shuffled.Graph.Node.Clear();
        shuffled.Graph.Node.AddRange(nodes);
        return OnnxReader.Read(shuffled.ToByteArray(), static _ => null);
    }

    /// <summary>What is imported of the tensor at the end.</summary>
    internal OnnxOutput Import(bool allowDouble = false, int order = 0)
    {
        OnnxContents contents = OnnxImport.Of(Graph(order), allowDouble);
        return contents.Outputs.Single(output => output.Name == Tensor);
    }

    private static int Count(int[] extents) => extents.Aggregate(1, static (product, extent) => product * extent);

    private static AttributeProto Attribute(string name, object value) => value switch
    {
        int number => new AttributeProto { Name = name, Type = 2, I = number },
        float number => new AttributeProto { Name = name, Type = 1, F = number },
        string text => new AttributeProto { Name = name, Type = 3, S = ByteString.CopyFromUtf8(text) },
        int[] numbers => new AttributeProto { Name = name, Type = 7, Ints = { numbers.Select(static number => (long)number) } },
        float[] numbers => new AttributeProto { Name = name, Type = 6, Floats = { numbers } },
        string[] texts => new AttributeProto { Name = name, Type = 8, Strings = { texts.Select(ByteString.CopyFromUtf8) } },
        TensorProto tensor => new AttributeProto { Name = name, Type = 4, T = tensor },
        _ => throw new ArgumentException(name, nameof(value)),
    };

    private string Initializer(OnnxElementType type, byte[] bytes, params int[] extents)
    {
        string name = $"w{++_names}";
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        tensor.Dims.AddRange(extents.Select(static extent => (long)extent));
        _graph.Initializer.Add(tensor);
        return name;
    }
}
