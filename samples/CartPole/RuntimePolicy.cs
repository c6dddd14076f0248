using System;
using System.IO;
using Microsoft.ML.OnnxRuntime;

namespace Mlp.Samples;

/// <summary>The same policy in ONNX Runtime, as a program uses it that takes care: one thread, tensors made once over its own memory.</summary>
internal sealed class RuntimePolicy : IDisposable
{
    private static readonly string[] Inputs = ["state"];
    private static readonly string[] Outputs = ["preferences"];

    private readonly SessionOptions _options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
    private readonly RunOptions _run = new();
    private readonly InferenceSession _session;
    private readonly float[] _state = new float[CartPolePolicy.InputSize];
    private readonly float[] _preferences = new float[CartPolePolicy.OutputSize];
    private readonly OrtValue[] _stateTensor;
    private readonly OrtValue[] _preferencesTensor;

    /// <summary>Loads the file beside the program.</summary>
    public RuntimePolicy()
    {
        _session = new InferenceSession(Path.Combine(AppContext.BaseDirectory, "policy.onnx"), _options);
        _stateTensor = [OrtValue.CreateTensorValueFromMemory(_state, [1, _state.Length])];
        _preferencesTensor = [OrtValue.CreateTensorValueFromMemory(_preferences, [1, _preferences.Length])];
    }

    /// <summary>The preferences for left and right.</summary>
    /// <param name="state">Position, speed, angle, angular speed.</param>
    /// <param name="preferences">Receives them.</param>
    public void Forward(ReadOnlySpan<float> state, Span<float> preferences)
    {
        state.CopyTo(_state);
        _session.Run(_run, Inputs, _stateTensor, Outputs, _preferencesTensor);
        _preferences.CopyTo(preferences);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stateTensor[0].Dispose();
        _preferencesTensor[0].Dispose();
        _session.Dispose();
        _run.Dispose();
        _options.Dispose();
    }
}
