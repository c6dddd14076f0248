using System;
using System.Collections.Generic;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Mlp.Benchmarks.Peers;

/// <summary>A problem in ONNX Runtime: tensors in its own memory, made once, one pair for each call of a pass.</summary>
internal sealed class OnnxRuntimeSession : IDisposable
{
    private static readonly string[] InputNames = ["x"];
    private static readonly string[] OutputNames = ["y"];

    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly List<OrtValue[]> _inputs = [];
    private readonly List<OrtValue[]> _outputs = [];
    private readonly List<OrtIoBinding> _bindings = [];

    /// <summary>Opens a session and fills its inputs.</summary>
    public OnnxRuntimeSession(Problem problem)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        _session = new(OnnxModel.Of(problem), options);
        MeasuredNetwork network = problem.Work.Network;
        int rows = problem.Work.Batch;
        for (int row = 0; row < problem.Work.Samples; row += rows)
        {
            OrtValue input = Tensor(rows, network.InputShape);
            OrtValue output = Tensor(rows, network.OutputShape);
            problem.ChannelsFirst.Inputs.AsSpan(row * network.Inputs, rows * network.Inputs).CopyTo(input.GetTensorMutableDataAsSpan<float>());
            OrtIoBinding binding = _session.CreateIoBinding();
            binding.BindInput(InputNames[0], input);
            binding.BindOutput(OutputNames[0], output);
            _inputs.Add([input]);
            _outputs.Add([output]);
            _bindings.Add(binding);
        }
    }

    /// <summary>A pass: each tensor by name.</summary>
    public void Run()
    {
        for (int call = 0; call < _inputs.Count; call++)
        {
            _session.Run(_options, InputNames, _inputs[call], OutputNames, _outputs[call]);
        }
    }

    /// <summary>A pass: each pair of tensors bound before.</summary>
    public void RunBound()
    {
        foreach (OrtIoBinding binding in _bindings)
        {
            _session.RunWithBinding(_options, binding);
        }
    }

    /// <summary>The outputs of the last pass.</summary>
    public float[] Outputs()
    {
        List<float> outputs = [];
        foreach (OrtValue[] output in _outputs)
        {
            outputs.AddRange(output[0].GetTensorDataAsSpan<float>());
        }

        return [.. outputs];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _bindings.ForEach(binding => binding.Dispose());
        _inputs.ForEach(input => input[0].Dispose());
        _outputs.ForEach(output => output[0].Dispose());
        _options.Dispose();
        _session.Dispose();
    }

    private static OrtValue Tensor(int rows, IReadOnlyList<int> shape) =>
        OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, [rows, .. ChannelsFirst.ShapeOf(shape)]);
}
