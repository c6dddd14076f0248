using System;
using System.Linq;
using Microsoft.ML.OnnxRuntime;

namespace Mlp.Onnx.Tests.Export;

/// <summary>A model in ONNX Runtime.</summary>
internal sealed class RuntimeSession : IDisposable
{
    private readonly InferenceSession _session;

    /// <summary>Loads a model.</summary>
    internal RuntimeSession(byte[] model)
    {
        // One thread: models are small, and the machine has other tests to run.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        _session = new InferenceSession(model, options);
    }

    /// <summary>The name of its input.</summary>
    internal string Input => _session.InputNames.Single();

    /// <summary>The name of its output.</summary>
    internal string Output => _session.OutputNames.Single();

    /// <summary>The dimensions of its output; −1 for the batch.</summary>
    internal int[] OutputDimensions => _session.OutputMetadata[Output].Dimensions;

    /// <summary>An entry of its metadata; none where it has none of that key.</summary>
    internal string? Metadata(string key) => _session.ModelMetadata.CustomMetadataMap.TryGetValue(key, out string? value) ? value : null;

    /// <summary>The outputs of samples, row-major.</summary>
    internal float[] Run(float[] inputs)
    {
        int[] dimensions = _session.InputMetadata[Input].Dimensions;
        long[] shape = [.. dimensions.Select(extent => (long)extent)];
        shape[0] = inputs.Length / shape.Skip(1).Aggregate(1L, (product, extent) => product * extent);
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(inputs, shape);
        using var run = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(run, [Input], [value], [Output]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose() => _session.Dispose();
}
