using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Benchmarks;

/// <summary>A driver that has run over twenty networks of twenty shapes, after one of a new shape was added.</summary>
[MemoryDiagnoser]
public class OneMoreNetworkBenchmarks
{
    private DriverState _state = null!;
    private SyntaxTree _added = null!;

    /// <summary>What <see cref="Shape"/> may be.</summary>
    public static IEnumerable<NetworkShape> Shapes => KnownShapes.Joining;

    [ParamsSource(nameof(Shapes))]
    public NetworkShape Shape { get; set; } = null!;

    /// <summary>Twenty networks, and the file that is added.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _state = DriverState.Cold(KnownShapes.Twenty.Select((shape, index) => shape.Declare($"Net{index}"))).Run();
        _added = _state.Parse(Shape.Declare("Added"));
        Add().AssertEmittedSince(_state, emitted => emitted > 1);
    }

    /// <summary>How many files are emitted for a network that joins, and how many of them are its own.</summary>
    public static (int Emitted, int Own) CountFiles(NetworkShape shape)
    {
        var benchmarks = new OneMoreNetworkBenchmarks { Shape = shape };
        benchmarks.Setup();
        return (benchmarks.Add().EmittedSince(benchmarks._state), DriverState.Cold([shape.Declare("Alone")]).Run().Files.Length);
    }

    /// <summary>Members and kernels of one network are emitted.</summary>
    [Benchmark(Description = "one more network")]
    public DriverState Add() => _state.RunWith(_added);
}
