using System.Collections.Generic;
using BenchmarkDotNet.Attributes;

namespace Mlp.Generator.Benchmarks;

/// <summary>A driver that never ran, over a compilation with one network: a build, once the generator's code is compiled.</summary>
[MemoryDiagnoser]
public class ColdDriverBenchmarks
{
    private DriverState _state = null!;

    /// <summary>What <see cref="Shape"/> may be.</summary>
    public static IEnumerable<NetworkShape> Shapes => KnownShapes.Alone;

    [ParamsSource(nameof(Shapes))]
    public NetworkShape Shape { get; set; } = null!;

    /// <summary>Parses only: what is bound is bound within the measured call.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _state = DriverState.Cold([Shape.Declare("Net")]);
        _state.Run().AssertEmittedSince(_state, emitted => emitted > 1);
    }

    /// <summary>The first run.</summary>
    [Benchmark(Description = "cold driver, one network")]
    public DriverState Run() => _state.Run();
}
