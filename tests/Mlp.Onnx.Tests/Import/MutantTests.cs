using System;
using System.Collections.Generic;
using System.Linq;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Reading;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>Files that are nearly right: each of their tensors is refused, or is what ONNX Runtime computes; and nothing else is thrown.</summary>
public sealed class MutantTests
{
    private static readonly string[] Operators =
    [
        "Relu", "Sigmoid", "Tanh", "Softmax", "Gemm", "MatMul", "Add", "Sub", "Mul", "Div", "Max", "Min", "Clip", "Flatten", "Reshape", "Transpose", "Squeeze", "Unsqueeze", "Conv", "MaxPool",
        "AveragePool", "GlobalAveragePool", "GlobalMaxPool", "ReduceMean", "Identity", "Dropout", "Concat", "Slice", "Gather", "Shape", "PRelu", "LeakyRelu", "HardSigmoid", "HardSwish", "Neg", "Exp",
        "Erf", "Log", "Softplus", "Pad", "Elu", "Selu", "ArgMax", "Split", "Expand", "BatchNormalization", "Cast", "Reciprocal", "Pow", "Celu",
    ];

    [Fact]
    public void Every_mutant_is_refused_or_right()
    {
        int networks = 0;
        var wrong = new List<string>();
        int count = int.Parse(Environment.GetEnvironmentVariable("MLP_ONNX_MUTANTS") ?? "400", System.Globalization.CultureInfo.InvariantCulture);
        for (int seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            ModelProto model = ModelProto.Parser.ParseFrom(Originals[seed % Originals.Length]().Bytes());
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                Mutate(model, random);
            }

            try
            {
                networks += Check(model, seed);
            }
            catch (Exception exception)
            {
                wrong.Add($"{seed}: {exception}\nopset {model.OpsetImport[0].Version}, {string.Join("\n", model.Graph.Node)}\n{string.Join("\n", model.Graph.Initializer.Select(tensor => $"{tensor.Name} {tensor.Dims}"))}");
            }
        }

        wrong.ShouldBeEmpty();
        networks.ShouldBeGreaterThan(count);
    }

    private static readonly Func<ModelBuilder>[] Originals = [Convolutions, Sequence, Policy, Classifier];

    private static ModelBuilder Convolutions()
    {
        var model = new ModelBuilder();
        model.Input(1, 2, 6, 6).Then("Sub", [model.Random(2, 1, 1)]).Then("Conv", [model.Random(4, 2, 3, 3), model.Random(4)], ("pads", (int[])[1, 1, 1, 1]), ("strides", (int[])[1, 1]), ("dilations", (int[])[1, 1]), ("group", 1));
        model.Then("BatchNormalization", [model.Random(4), model.Random(4), model.Random(4), model.Positive(4)]).Then("Relu").Then("MaxPool", ("kernel_shape", (int[])[2, 2]), ("strides", (int[])[2, 2]), ("ceil_mode", 0), ("pads", (int[])[0, 0, 0, 0]));
        model.Then("Transpose", ("perm", (int[])[0, 2, 3, 1])).Then("Mul", [model.Random(4)]).Then("Transpose", ("perm", (int[])[0, 3, 1, 2]));
        model.Then("AveragePool", ("kernel_shape", (int[])[2, 2]), ("count_include_pad", 0), ("pads", (int[])[0, 0, 0, 0])).Then("Flatten", ("axis", 1)).Then("Gemm", [model.Random(3, 16), model.Random(3)], ("transB", 1));
        return model.Then("Softmax", ("axis", 1));
    }

    private static ModelBuilder Sequence()
    {
        var model = new ModelBuilder();
        model.Input(1, 8, 4).Then("MatMul", [model.Random(4, 6)]).Then("Add", [model.Random(6)]).Then("PRelu", [model.Random(6)]).Then("Transpose", ("perm", (int[])[0, 2, 1]));
        model.Then("Conv", [model.Random(4, 3, 2), model.Random(4)], ("group", 2), ("pads", (int[])[1, 0]), ("auto_pad", "NOTSET")).Then("HardSigmoid").Then("ReduceMean", ("axes", (int[])[2]), ("keepdims", 0));
        return model.Then("Gemm", [model.Random(4, 4), model.Random(1, 4)], ("alpha", 0.5f), ("beta", 2f)).Then("Reshape", [model.Integers(-1, 2, 2)]).Then("Clip", [model.Float(-0.5f), model.Float(0.5f)]);
    }

    private static ModelBuilder Policy()
    {
        var model = new ModelBuilder();
        model.Input(1, 6).Then("Sub", [model.Random(6)]).Then("Div", [model.Positive(6)]).Then("Clip", [model.Float(-5), model.Float(5)]);
        string sums = model.Then("Gemm", [model.Random(4, 6), model.Random(4)], ("transB", 1)).Tensor;
        string gate = model.Then("Sigmoid").Tensor;
        string hidden = model.Node("Mul", [sums, gate]).Tensor;
        string root = model.Then("Div", [model.Float(MathF.Sqrt(2))]).Then("Erf").Then("Add", [model.Float(1)]).Tensor;
        model.Node("Mul", [hidden, root]).Then("Mul", [model.Float(0.5f)]).Then("MatMul", [model.Random(4, 4)]).Then("Slice", [model.Integers(1), model.Integers(3), model.Integers(1)]);
        return model.Then("Tanh").Then("Mul", [model.Random(2)]).Then("Unsqueeze", [model.Integers(1)]).Then("Squeeze", [model.Integers(1)]);
    }

    private static ModelBuilder Classifier()
    {
        var model = new ModelBuilder();
        string image = model.Input(1, 4, 4, 3).Then("Transpose", ("perm", (int[])[0, 3, 1, 2])).Then("Pad", [model.Integers(0, 0, 1, 1, 0, 0, 1, 1)]).Then("Conv", [model.Random(2, 3, 3, 3)], ("strides", (int[])[2, 2])).Then("LeakyRelu", ("alpha", 0.2f)).Tensor;
        string batch = model.Then("Shape").Then("Gather", [model.Integer(0)], ("axis", 0)).Then("Unsqueeze", [model.Integers(0)]).Tensor;
        string shape = model.Node("Concat", [batch, model.Integers(-1)], ("axis", 0)).Tensor;
        string p = model.Node("Reshape", [image, shape]).Then("Gemm", [model.Random(8, 1), model.Random(1)]).Then("Sigmoid").Tensor;
        string other = model.Node("Sub", [model.Float(1), p]).Tensor;
        return model.Node("Concat", [other, p], ("axis", 1));
    }

    private static void Mutate(ModelProto model, Random random)
    {
        GraphProto graph = model.Graph;
        NodeProto node = graph.Node[random.Next(graph.Node.Count)];
        if (node.Input.Count == 0)
        {
            return;
        }

        AttributeProto? attribute = node.Attribute.Count > 0 ? node.Attribute[random.Next(node.Attribute.Count)] : null;
        switch (random.Next(10))
        {
            case 0 when attribute is not null:
                attribute.I = random.Next(-2, 4);
                break;
            case 1 when attribute is { Ints.Count: > 0 }:
                attribute.Ints[random.Next(attribute.Ints.Count)] = random.Next(-1, 4);
                break;
            case 2 when attribute is not null:
                node.Attribute.Remove(attribute);
                break;
            case 3:
                node.OpType = Operators[random.Next(Operators.Length)];
                break;
            case 4:
                node.Input[random.Next(node.Input.Count)] = graph.Node[random.Next(graph.Node.Count)].Output[0];
                break;
            case 5 when graph.Initializer.Count > 0:
                node.Input[random.Next(node.Input.Count)] = graph.Initializer[random.Next(graph.Initializer.Count)].Name;
                break;
            case 6:
                TensorProto tensor = graph.Initializer[random.Next(graph.Initializer.Count)];
                long[] turned = [.. tensor.Dims.Reverse()];
                tensor.Dims.Clear();
                tensor.Dims.AddRange(turned);
                break;
            case 7:
                model.OpsetImport[0].Version = random.Next(7, 22);
                break;
            case 8:
                TensorShapeProto.Types.Dimension dimension = graph.Input[0].Type.TensorType.Shape.Dim[random.Next(graph.Input[0].Type.TensorType.Shape.Dim.Count)];
                dimension.DimValue = random.Next(1, 7);
                break;
            default:
                if (attribute is { S.Length: > 0 })
                {
                    attribute.S = ByteString.CopyFromUtf8(random.Next(2) == 0 ? "SAME_UPPER" : "SAME_LOWER");
                }
                else
                {
                    node.Input.RemoveAt(random.Next(node.Input.Count));
                }

                break;
        }
    }

    private static int Check(ModelProto model, int seed)
    {
        OnnxGraph graph;
        try
        {
            graph = OnnxReader.Read(model.ToByteArray(), static _ => null);
        }
        catch (OnnxFileException)
        {
            return 0;
        }

        OnnxOutput[] networks = [.. OnnxImport.Of(graph, allowDouble: false).Outputs.Where(output => output.Network is not null)];
        if (networks.Length == 0)
        {
            return 0;
        }

        int compared = 0;
        long[] shape = [.. graph.Inputs[0].Dimensions!.Select(dimension => (long)(dimension.Extent ?? 1))];
        var random = new Random(seed);
        float[] sample = [.. Enumerable.Range(0, (int)shape.Aggregate(1L, static (product, extent) => product * extent)).Select(_ => (float)((random.NextDouble() * 4) - 2))];
        foreach (OnnxOutput output in networks)
        {
            float[]? expected = Run(model, output.Name, sample, shape);
            if (expected is null || expected.Any(number => !float.IsFinite(number)))
            {
                continue;
            }

            ImportedNetwork network = output.Network!;
            float[] actual = ImportedOutputs.Of(network, ImportedOutputs.AsNetworkHasThem(network, "Inputs", sample));
            bool isBinary = actual.Length * 2 == expected.Length && network.Description.Layers[^1].Activation == Activation.Sigmoid;
            ImportedOutputs.ShouldBeClose(actual, isBinary ? [.. expected.Where((_, index) => index % 2 == 1)] : ImportedOutputs.AsNetworkHasThem(network, "Outputs", expected), 2e-5, $"mutant {seed}, {output.Name}");
            compared++;
        }

        return compared;
    }

    /// <summary>What ONNX Runtime computes of one tensor, with the nodes that it depends on alone; null where it refuses.</summary>
    private static float[]? Run(ModelProto model, string name, float[] sample, long[] shape)
    {
        ModelProto cut = model.Clone();
        var wanted = new HashSet<string> { name };
        NodeProto[] nodes = [.. cut.Graph.Node];
        cut.Graph.Node.Clear();
        for (int round = 0; round < nodes.Length; round++)
        {
            wanted.UnionWith(nodes.Where(node => node.Output.Any(wanted.Contains)).SelectMany(node => node.Input).ToArray());
        }

        cut.Graph.Node.AddRange(nodes.Where(node => node.Output.Any(wanted.Contains)));
        cut.Graph.Output.Clear();
        cut.Graph.Output.Add(new ValueInfoProto { Name = name });
        try
        {
            using var options = new SessionOptions { IntraOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            using var session = new InferenceSession(cut.ToByteArray(), options);
            using OrtValue value = OrtValue.CreateTensorValueFromMemory(sample, shape);
            using var run = new RunOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(run, [cut.Graph.Input[0].Name], [value], [name]);
            return outputs[0].GetTensorTypeAndShape().ElementDataType == Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float ? outputs[0].GetTensorDataAsSpan<float>().ToArray() : null;
        }
        catch (OnnxRuntimeException)
        {
            return null;
        }
    }
}
