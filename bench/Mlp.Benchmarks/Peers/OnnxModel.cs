using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;

namespace Mlp.Benchmarks.Peers;

/// <summary>A network as the content of an ONNX file: its operations one behind the other, the parameters as initializers.</summary>
internal static class OnnxModel
{
    private const int Float = 1;

    /// <summary>A model with the input x and the output y, both of any number of samples.</summary>
    public static byte[] Of(Problem problem)
    {
        // ModelProto: ir_version 1, producer_name 2, graph 7, opset_import 8 (version 2).
        ByteString model = Message(model =>
        {
            Number(model, 1, 8);
            Text(model, 2, "Mlp");
            Bytes(model, 7, Graph(problem));
            Bytes(model, 8, Message(opset => Number(opset, 2, 13)));
        });
        return model.ToByteArray();
    }

    // GraphProto: node 1, name 2, initializer 5, input 11, output 12.
    private static ByteString Graph(Problem problem) => Message(graph =>
    {
        MeasuredNetwork network = problem.Work.Network;
        OnnxNode[] nodes = [.. OnnxNode.Of(network)];
        for (int i = 0; i < nodes.Length; i++)
        {
            Bytes(graph, 1, Node(nodes[i], i == 0 ? "x" : $"h{i}", i == nodes.Length - 1 ? "y" : $"h{i + 1}"));
        }

        foreach (LayerDescription layer in network.Layers)
        {
            int start = layer.ParameterOffset;
            foreach (TensorDescription tensor in layer.Tensors)
            {
                Bytes(graph, 5, Tensor(OnnxNode.NameOf(layer, tensor), problem.ChannelsFirst.Parameters.AsSpan(start, tensor.Count), tensor.Extents));
                start += tensor.Count;
            }
        }

        Text(graph, 2, "network");
        Bytes(graph, 11, Value("x", network.InputShape));
        Bytes(graph, 12, Value("y", network.OutputShape));
    });

    // NodeProto: input 1, output 2, op_type 4, attribute 5.
    private static ByteString Node(OnnxNode node, string from, string to) => Message(message =>
    {
        foreach (string input in node.Parameters.Prepend(from))
        {
            Text(message, 1, input);
        }

        Text(message, 2, to);
        Text(message, 4, node.Operation);
        foreach (OnnxAttribute attribute in node.Attributes)
        {
            Bytes(message, 5, Attribute(attribute));
        }
    });

    // AttributeProto: name 1, i 3, ints 8, type 20: INT is 2, INTS is 7.
    private static ByteString Attribute(OnnxAttribute attribute) => Message(message =>
    {
        Text(message, 1, attribute.Name);
        foreach (int number in attribute.Numbers)
        {
            Number(message, attribute.IsList ? 8 : 3, number);
        }

        Number(message, 20, attribute.IsList ? 7 : 2);
    });

    // TensorProto: dims 1, data_type 2, name 8, raw_data 9.
    private static ByteString Tensor(string name, ReadOnlySpan<float> values, IReadOnlyList<int> sizes)
    {
        var data = ByteString.CopyFrom(MemoryMarshal.AsBytes(values));
        return Message(tensor =>
        {
            foreach (int size in sizes)
            {
                Number(tensor, 1, size);
            }

            Number(tensor, 2, Float);
            Text(tensor, 8, name);
            Bytes(tensor, 9, data);
        });
    }

    // ValueInfoProto: name 1, type 2; TypeProto: tensor_type 1; Tensor: elem_type 1, shape 2; TensorShapeProto: dim 1;
    // Dimension: dim_value 1, dim_param 2.
    private static ByteString Value(string name, IReadOnlyList<int> sizes) => Message(value =>
    {
        ByteString shape = Message(shape =>
        {
            Bytes(shape, 1, Message(rows => Text(rows, 2, "n")));
            foreach (int size in ChannelsFirst.ShapeOf(sizes))
            {
                Bytes(shape, 1, Message(dimension => Number(dimension, 1, size)));
            }
        });
        ByteString tensor = Message(tensor =>
        {
            Number(tensor, 1, Float);
            Bytes(tensor, 2, shape);
        });
        Text(value, 1, name);
        Bytes(value, 2, Message(type => Bytes(type, 1, tensor)));
    });

    private static ByteString Message(Action<CodedOutputStream> write)
    {
        using var memory = new MemoryStream();
        using (var output = new CodedOutputStream(memory, leaveOpen: true))
        {
            write(output);
        }

        return ByteString.CopyFrom(memory.ToArray());
    }

    private static void Number(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    private static void Text(CodedOutputStream output, int field, string value) =>
        Bytes(output, field, ByteString.CopyFrom(value, Encoding.UTF8));

    private static void Bytes(CodedOutputStream output, int field, ByteString value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(value);
    }
}
