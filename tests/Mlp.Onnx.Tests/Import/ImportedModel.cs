using System;
using System.Linq;
using Microsoft.ML.OnnxRuntime;
using Mlp.Onnx.Import;
using Shouldly;

namespace Mlp.Onnx.Tests.Import;

/// <summary>A model that is imported and compared with ONNX Runtime, whatever the order of its nodes.</summary>
internal static class ImportedModel
{
    private const int Samples = 3;

    /// <summary>The network computes what ONNX Runtime does, with nodes in three orders.</summary>
    internal static ImportedNetwork ShouldAgree(this ModelBuilder model, double spread = 2)
    {
        ImportedNetwork network = model.Import().ShouldBeNetwork();
        byte[] bytes = model.Bytes();
        using var options = new SessionOptions { IntraOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using var session = new InferenceSession(bytes, options);
        string name = session.InputNames[0];
        int[] dimensions = session.InputMetadata[name].Dimensions;
        var random = new Random(3);
        float[] expected = [];
        float[] inputs = [];
        for (int run = 0; run < Samples; run++)
        {
            long[] shape = [.. dimensions.Select((extent, index) => extent < 0 ? 1L : extent)];
            float[] sample = [.. Enumerable.Range(0, (int)shape.Aggregate(1L, static (product, extent) => product * extent)).Select(_ => (float)(((random.NextDouble() * 2) - 1) * spread))];
            inputs = [.. inputs, .. sample];
            expected = [.. expected, .. Run(session, name, sample, shape)];
        }

        foreach (int order in (int[])[0, 1, 2])
        {
            ImportedNetwork other = model.Import(order: order).ShouldBeNetwork();
            other.Description.Layers.ShouldBe(network.Description.Layers, "the order of nodes does not matter");
            float[] actual = ImportedOutputs.Of(other, ImportedOutputs.AsNetworkHasThem(other, "Inputs", inputs));
            ImportedOutputs.ShouldBeClose(actual, ImportedOutputs.AsNetworkHasThem(other, "Outputs", expected), because: string.Join(", ", network.Description.Layers.Select(static layer => layer.Kind)));
        }

        return network;
    }

    /// <summary>The network of an output.</summary>
    internal static ImportedNetwork ShouldBeNetwork(this OnnxOutput output)
    {
        output.Fault.ShouldBeNull();
        return output.Network.ShouldNotBeNull();
    }

    /// <summary>The output is refused, with these words in the message.</summary>
    internal static OnnxFault ShouldBeRefused(this OnnxOutput output, OnnxFaultCode code, params string[] words)
    {
        output.Network.ShouldBeNull();
        OnnxFault fault = output.Fault.ShouldNotBeNull();
        fault.Code.ShouldBe(code, fault.Message);
        foreach (string word in words)
        {
            fault.Message.ShouldContain(word);
        }

        return fault;
    }

    /// <summary>Layers as one reads them: <c>Dense ReLU, Dense</c>.</summary>
    internal static string Text(this ImportedNetwork network) => string.Join(", ", network.Description.Layers.Select(static layer =>
        layer.Activation == Activation.Identity ? layer.Kind : $"{layer.Kind} {layer.Activation}"));

    private static float[] Run(InferenceSession session, string name, float[] sample, long[] shape)
    {
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(sample, shape);
        using var run = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(run, [name], [value], [session.OutputNames[0]]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
