using System.Collections.Generic;
using BenchmarkDotNet.Attributes;

namespace Mlp.Generator.Benchmarks;

/// <summary>What the compiler does with the emitted text of one network, after the driver and its parsing: binding and IL.</summary>
[MemoryDiagnoser]
public class CompilerBenchmarks
{
    private DriverState _state = null!;

    /// <summary>What <see cref="Shape"/> may be.</summary>
    public static IEnumerable<NetworkShape> Shapes => KnownShapes.Joining;

    [ParamsSource(nameof(Shapes))]
    public NetworkShape Shape { get; set; } = null!;

    /// <summary>Emits the text.</summary>
    [GlobalSetup]
    public void Setup() => _state = DriverState.Cold([Shape.Declare("Net")]).Run();

    /// <summary>Compiles it to an assembly in memory.</summary>
    [Benchmark(Description = "the compiler on the emitted text of one network")]
    public long Compile() => _state.Compile();
}
