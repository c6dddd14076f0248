using System.Linq;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Benchmarks;

/// <summary>A driver that has run over twenty networks of twenty shapes, after one edit.</summary>
[MemoryDiagnoser]
public class EditBenchmarks
{
    private DriverState _state = null!;
    private SyntaxTree _elsewhere = null!;
    private SyntaxTree _twin = null!;
    private SyntaxTree _changed = null!;
    private int _changedIndex;

    /// <summary>Twenty networks, and the edited files.</summary>
    [GlobalSetup]
    public void Setup()
    {
        NetworkShape last = KnownShapes.Twenty[^1];
        _changedIndex = KnownShapes.Twenty.Length - 1;
        _state = DriverState.Cold([.. KnownShapes.Twenty.Select((shape, index) => shape.Declare($"Net{index}")), "class Elsewhere;"]).Run();
        _elsewhere = _state.Parse("class Elsewhere { int _edited; }");
        _twin = _state.Parse(last.Declare("Twin"));
        _changed = _state.Parse((last with { Hidden = "SiLU" }).Declare($"Net{_changedIndex}"));

        EditElsewhere().AssertEmittedSince(_state, emitted => emitted == 0);
        AddTwin().AssertEmittedSince(_state, emitted => emitted == 1);
        ChangeAttribute().AssertEmittedSince(_state, emitted => emitted > 1);
    }

    /// <summary>Nothing is emitted: what the compiler needs to find that out.</summary>
    [Benchmark(Description = "an edit elsewhere")]
    public DriverState EditElsewhere() => _state.RunWith(KnownShapes.Twenty.Length, _elsewhere);

    /// <summary>Members are emitted; the kernels are there already.</summary>
    [Benchmark(Description = "one more network of a shape that is there")]
    public DriverState AddTwin() => _state.RunWith(_twin);

    /// <summary>One of the twenty gets another activation: members and kernels are emitted.</summary>
    [Benchmark(Description = "another activation in one attribute")]
    public DriverState ChangeAttribute() => _state.RunWith(_changedIndex, _changed);
}
