using System;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans a kind that has no kernels: where its parameters stand, for the runtime's interpreter.</summary>
internal abstract class InterpretedPlanner : LayerPlanner
{
    /// <summary>A layer without parameters takes no room.</summary>
    public override LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices) => new(EquatableArray<TensorStorage>.Empty);

    public sealed override LayerCost Cost(LayerModel layer, VectorWidth width) => throw Unsupported();

    public sealed override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input) => throw Unsupported();

    public sealed override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas) => throw Unsupported();

    public sealed override int SampleOperations(PlannedLayer layer, SampleOrder order) => throw Unsupported();

    public sealed override bool ReadsVectors(PlannedLayer layer, SampleOrder order) => throw Unsupported();

    public sealed override SampleStep Sample(PlannedLayer layer, SampleOrder order) => throw Unsupported();

    private NotSupportedException Unsupported() => new($"{GetType().Name} plans no kernels.");
}
