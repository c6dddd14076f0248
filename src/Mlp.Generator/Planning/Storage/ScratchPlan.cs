using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning.Storage;

/// <summary>The scratch memory of one kind of call.</summary>
/// <param name="Buffers">The regions.</param>
/// <param name="Floats">Floats in all.</param>
/// <param name="IsOnStack">Whether it is on the stack; else native memory for the length of the call, never the managed heap.</param>
internal sealed record ScratchPlan(EquatableArray<BufferPlan> Buffers, int Floats, bool IsOnStack)
{
    public int Bytes => Floats * sizeof(float);

    /// <summary>Floats to take, so that a cache line begins among the first ones.</summary>
    public int FloatsToAlign => Floats + PlanBudget.StorageLanes;

    /// <summary>Whether it is little enough for the stack: never a deep one.</summary>
    public bool FitsStack => Floats <= PlanBudget.StackBytes / sizeof(float);

    /// <summary>Whether it could stand on the stack at all, aligned.</summary>
    public bool MayBeOnStack => FloatsToAlign <= PlanBudget.MostStackBytes / sizeof(float);

    public BufferPlan this[BufferKey key] => Buffers.First(buffer => buffer.Key == key);

    /// <summary>The region of a role that there is one of.</summary>
    public BufferPlan this[BufferRole role] => this[new BufferKey(role)];

    public bool Has(BufferKey key) => Buffers.Any(buffer => buffer.Key == key);
}

/// <summary>Lays buffers out one after another, each on a cache line.</summary>
internal sealed class ScratchPlanner(PlanChoices choices)
{
    private readonly List<BufferPlan> _buffers = [];
    private int _next;

    public BufferPlan Add(BufferKey key, int rows, int stride)
    {
        var buffer = new BufferPlan(key, _next, stride, rows);
        _buffers.Add(buffer);
        _next += Lanes.Pad(buffer.Length, PlanBudget.StorageLanes);
        return buffer;
    }

    /// <summary>A region that is there.</summary>
    public BufferPlan Known(BufferKey key) => _buffers.First(buffer => buffer.Key == key);

    /// <summary>A second name for a region that holds something else at another time.</summary>
    public BufferPlan Reuse(BufferKey key, BufferPlan region, int stride)
    {
        var buffer = region with { Key = key, Stride = stride };
        _buffers.Add(buffer);
        return buffer;
    }

    public ScratchPlan Build()
    {
        var plan = new ScratchPlan(_buffers.ToEquatableArray(), _next, IsOnStack: false);
        return plan with { IsOnStack = (choices.ScratchIsOnStack ?? plan.FitsStack) && plan.MayBeOnStack };
    }
}
