using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>The scratch memory of one kind of call.</summary>
/// <param name="Buffers">The regions, by role.</param>
/// <param name="Floats">Floats in all.</param>
internal sealed record ScratchPlan(EquatableArray<BufferPlan> Buffers, int Floats)
{
    public int Bytes => Floats * sizeof(float);

    /// <summary>Scratch past the budget is native memory for the length of the call: never the managed heap, never a deep stack.</summary>
    public bool IsOnStack => Bytes <= PlanBudget.StackBytes;

    public BufferPlan this[string name] => Buffers.First(buffer => buffer.Name == name);

    public bool Has(string name) => Buffers.Any(buffer => buffer.Name == name);
}

/// <summary>Lays buffers out one after another, each on a cache line.</summary>
internal sealed class ScratchPlanner
{
    private readonly List<BufferPlan> _buffers = [];
    private int _next;

    public BufferPlan Add(string name, int rows, int stride)
    {
        var buffer = new BufferPlan(name, _next, stride, rows);
        _buffers.Add(buffer);
        _next += Lanes.Pad(buffer.Length, PlanBudget.StorageLanes);
        return buffer;
    }

    /// <summary>A second name for a region that holds something else at another time.</summary>
    public BufferPlan Reuse(string name, BufferPlan region, int stride)
    {
        var buffer = region with { Name = name, Stride = stride };
        _buffers.Add(buffer);
        return buffer;
    }

    public ScratchPlan Build() => new(_buffers.ToEquatableArray(), _next);
}
