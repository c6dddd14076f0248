using BenchmarkDotNet.Attributes;
using Mlp.Training;

namespace Mlp.Benchmarks;

/// <summary>Batches shared among threads: 784-128-10, batches of 256, sixty epochs of 4,096: long enough that what a fit takes once does not count.</summary>
[MemoryDiagnoser]
public class ParallelFitBenchmarks
{
    private const int Samples = 4_096;

    private readonly Net784x128x10 _network = new();
    private Dataset _data = null!;

    /// <summary>The threads.</summary>
    [Params(1, 2)]
    public int Degree { get; set; }

    /// <summary>Draws samples.</summary>
    [GlobalSetup]
    public void Setup()
    {
        (float[] features, int[] labels) = LabelledSamples.For<Net784x128x10>(Samples);
        _data = Dataset.FromLabels(features, Net784x128x10.InputSize, labels);
    }

    /// <summary>A fit.</summary>
    [Benchmark]
    public TrainingResult Fit() =>
        Trainer.Fit(_network, _data, new TrainerOptions { Epochs = 60, BatchSize = 256, Schedule = 1e-6, DegreeOfParallelism = Degree });
}
