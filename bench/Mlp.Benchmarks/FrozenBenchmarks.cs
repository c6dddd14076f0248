using BenchmarkDotNet.Attributes;

namespace Mlp.Benchmarks;

/// <summary>Predictions of frozen networks beside those of the same networks to be trained: one sample, and 128.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(Trained4x16x3), typeof(Frozen4x16x3))]
[GenericTypeArguments(typeof(Trained33x20x20x4), typeof(Frozen33x20x20x4))]
[GenericTypeArguments(typeof(Trained64x32x10), typeof(Frozen64x32x10))]
public class FrozenBenchmarks<TTrained, TFrozen>
    where TTrained : INetwork<TTrained>, new()
    where TFrozen : struct, IFrozenNetwork<TFrozen>
{
    private readonly TTrained _trained = new();
    private float[] _inputs = [];
    private float[] _outputs = [];

    /// <summary>The samples of a prediction.</summary>
    [Params(1, 128)]
    public int Samples { get; set; }

    /// <summary>Draws samples.</summary>
    [GlobalSetup]
    public void Setup()
    {
        (_inputs, _) = LabelledSamples.For<TTrained>(Samples);
        _outputs = new float[Samples * TTrained.OutputSize];
    }

    /// <summary>The network to be trained.</summary>
    [Benchmark(Baseline = true)]
    public void Trained()
    {
        if (Samples == 1)
        {
            _trained.Forward(_inputs, _outputs);
        }
        else
        {
            _trained.ForwardBatch(_inputs, _outputs);
        }
    }

    /// <summary>The frozen one.</summary>
    [Benchmark]
    public void Frozen()
    {
        if (Samples == 1)
        {
            TFrozen.Forward(_inputs, _outputs);
        }
        else
        {
            TFrozen.ForwardBatch(_inputs, _outputs);
        }
    }
}
