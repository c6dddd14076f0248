using System;
using BenchmarkDotNet.Attributes;

namespace Mlp.Benchmarks;

/// <summary>The calls of a network: one sample, a batch of 1,024, a training step on 32. Time a call, not a sample.</summary>
[GenericTypeArguments(typeof(Net4x16x3))]
[GenericTypeArguments(typeof(Net8x32x32x4))]
[GenericTypeArguments(typeof(Net64x32x10))]
[GenericTypeArguments(typeof(Net784x128x10))]
[MemoryDiagnoser]
public class NetworkBenchmarks<TNetwork>
    where TNetwork : INetwork<TNetwork>, new()
{
    private const int Batch = 1_024;
    private const int TrainingBatch = 32;

    private readonly TNetwork _network = new();
    private readonly float[] _inputs = new float[Batch * TNetwork.InputSize];
    private readonly float[] _outputs = new float[Batch * TNetwork.OutputSize];
    private readonly float[] _targets = new float[TrainingBatch * TNetwork.OutputSize];

    /// <summary>Draws inputs, and targets that fit every loss: one 1 in each row.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        foreach (ref float input in _inputs.AsSpan())
        {
            input = random.NextSingle();
        }

        for (int row = 0; row < TrainingBatch; row++)
        {
            _targets[(row * TNetwork.OutputSize) + random.Next(TNetwork.OutputSize)] = 1;
        }
    }

    /// <summary>One sample.</summary>
    [Benchmark]
    public void Forward() =>
        _network.Forward(_inputs.AsSpan(0, TNetwork.InputSize), _outputs.AsSpan(0, TNetwork.OutputSize));

    /// <summary>1,024 samples.</summary>
    [Benchmark]
    public void ForwardBatch() => _network.ForwardBatch(_inputs, _outputs);

    /// <summary>One step on 32 samples.</summary>
    [Benchmark]
    public float TrainStep() =>
        _network.TrainStep(_inputs.AsSpan(0, TrainingBatch * TNetwork.InputSize), _targets, learningRate: 1e-6f);
}
