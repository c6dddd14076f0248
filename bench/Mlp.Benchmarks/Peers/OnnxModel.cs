using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;

namespace Mlp.Benchmarks.Peers;

/// <summary>A network as the content of an ONNX file: one Gemm a layer, activations between them, the parameters as initializers.</summary>
internal static class OnnxModel
{
    private const int Float = 1;

    /// <summary>A model with the input x and the output y, both of any number of rows.</summary>
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
        Shape shape = problem.Work.Shape;
        string from = "x";
        int layer = 0;
        foreach ((int inputs, int outputs, Range weights, Range biases) in problem.Layers())
        {
            layer++;
            bool last = layer == shape.Sizes.Count - 1;
            string activation = last ? shape.Output : shape.Hidden;
            string sum = activation == "Identity" ? "y" : $"z{layer}";
            Bytes(graph, 1, Node("Gemm", [from, $"w{layer}", $"b{layer}"], sum, "transB"));
            if (activation != "Identity")
            {
                from = last ? "y" : $"h{layer}";
                Bytes(graph, 1, Node(activation == "ReLU" ? "Relu" : activation, [sum], from, attribute: null));
            }

            Bytes(graph, 5, Tensor($"w{layer}", problem.Parameters.AsSpan(weights), outputs, inputs));
            Bytes(graph, 5, Tensor($"b{layer}", problem.Parameters.AsSpan(biases), outputs));
        }

        Text(graph, 2, "network");
        Bytes(graph, 11, Value("x", shape.Inputs));
        Bytes(graph, 12, Value("y", shape.Outputs));
    });

    // NodeProto: input 1, output 2, op_type 4, attribute 5 (name 1, i 3, type 20: INT is 2).
    private static ByteString Node(string operation, string[] inputs, string output, string? attribute) => Message(node =>
    {
        foreach (string input in inputs)
        {
            Text(node, 1, input);
        }

        Text(node, 2, output);
        Text(node, 4, operation);
        if (attribute is not null)
        {
            Bytes(node, 5, Message(one =>
            {
                Text(one, 1, attribute);
                Number(one, 3, 1);
                Number(one, 20, 2);
            }));
        }
    });

    // TensorProto: dims 1, data_type 2, name 8, raw_data 9.
    private static ByteString Tensor(string name, ReadOnlySpan<float> values, params int[] sizes)
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
    private static ByteString Value(string name, int columns) => Message(value =>
    {
        ByteString shape = Message(shape =>
        {
            Bytes(shape, 1, Message(rows => Text(rows, 2, "n")));
            Bytes(shape, 1, Message(size => Number(size, 1, columns)));
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
