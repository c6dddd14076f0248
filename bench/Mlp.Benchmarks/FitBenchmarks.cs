using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Mlp.Training;

namespace Mlp.Benchmarks;

/// <summary>What a fit costs over a loop of training steps on the same batches: 64-32-10, batches of 32, twenty epochs of 2,048.</summary>
[MemoryDiagnoser]
public class FitBenchmarks
{
    private const int Samples = 2_048;
    private const int BatchSize = 32;
    private const int Epochs = 20;
    private const float Rate = 1e-6f;

    private readonly Random _random = new(1);
    private readonly Net64x32x10 _network = new();
    private readonly int[] _order = [.. Enumerable.Range(0, Samples)];
    private readonly float[] _batch = new float[BatchSize * Net64x32x10.InputSize];
    private readonly int[] _batchLabels = new int[BatchSize];
    private float[] _features = [];
    private int[] _labels = [];
    private Dataset _data = null!;

    /// <summary>Whether each epoch has an order of its own; else the samples are taken as they stand.</summary>
    [Params(false, true)]
    public bool Shuffle { get; set; }

    /// <summary>Draws samples.</summary>
    [GlobalSetup]
    public void Setup()
    {
        (_features, _labels) = LabelledSamples.For<Net64x32x10>(Samples);
        _data = Dataset.FromLabels(_features, Net64x32x10.InputSize, _labels);
    }

    /// <summary>The loop that a user would write.</summary>
    [Benchmark(Baseline = true)]
    public float Loop()
    {
        float loss = 0;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            loss += Shuffle ? EpochInRandomOrder() : EpochInPlace();
        }

        return loss;
    }

    /// <summary>The same by <see cref="Trainer"/>.</summary>
    [Benchmark]
    public TrainingResult Fit() =>
        Trainer.Fit(_network, _data, new TrainerOptions { Epochs = Epochs, BatchSize = BatchSize, Schedule = Rate, Shuffle = Shuffle });

    private float EpochInPlace()
    {
        float loss = 0;
        for (int start = 0; start < Samples; start += BatchSize)
        {
            ReadOnlySpan<float> inputs = _features.AsSpan(start * Net64x32x10.InputSize, BatchSize * Net64x32x10.InputSize);
            loss += _network.TrainStep(inputs, _labels.AsSpan(start, BatchSize), Rate);
        }

        return loss;
    }

    private float EpochInRandomOrder()
    {
        float loss = 0;
        _random.Shuffle(_order);
        for (int start = 0; start < Samples; start += BatchSize)
        {
            for (int row = 0; row < BatchSize; row++)
            {
                int sample = _order[start + row];
                _features.AsSpan(sample * Net64x32x10.InputSize, Net64x32x10.InputSize).CopyTo(_batch.AsSpan(row * Net64x32x10.InputSize));
                _batchLabels[row] = _labels[sample];
            }

            loss += _network.TrainStep(_batch, _batchLabels, Rate);
        }

        return loss;
    }
}
