using System;
using BenchmarkDotNet.Attributes;
using Mlp.Training;

namespace Mlp.Benchmarks;

/// <summary>What a fit costs over a bare loop of steps on the same samples: 64-32-10, batches of 32, twenty epochs of 2,048.</summary>
[MemoryDiagnoser]
public class FitBenchmarks
{
    private const int Samples = 2_048;
    private const int BatchSize = 32;
    private const int Epochs = 20;
    private const float Rate = 1e-6f;

    private readonly Net64x32x10 _network = new();
    private readonly float[] _features = new float[Samples * Net64x32x10.InputSize];
    private readonly int[] _labels = new int[Samples];
    private Dataset _data = null!;

    /// <summary>Draws samples.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        foreach (ref float feature in _features.AsSpan())
        {
            feature = random.NextSingle();
        }

        foreach (ref int label in _labels.AsSpan())
        {
            label = random.Next(Net64x32x10.OutputSize);
        }

        _data = Dataset.FromLabels(_features, Net64x32x10.InputSize, _labels);
    }

    /// <summary>The loop that a user would write: the samples in their order, labels as they are.</summary>
    [Benchmark(Baseline = true)]
    public float Loop()
    {
        float loss = 0;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            for (int start = 0; start < Samples; start += BatchSize)
            {
                ReadOnlySpan<float> inputs = _features.AsSpan(start * Net64x32x10.InputSize, BatchSize * Net64x32x10.InputSize);
                loss += _network.TrainStep(inputs, _labels.AsSpan(start, BatchSize), Rate);
            }
        }

        return loss;
    }

    /// <summary>The same by <see cref="Trainer"/>, each epoch in an order of its own.</summary>
    [Benchmark]
    public TrainingResult Fit() => Trainer.Fit(_network, _data, new TrainerOptions { Epochs = Epochs, BatchSize = BatchSize, Schedule = Rate });
}
