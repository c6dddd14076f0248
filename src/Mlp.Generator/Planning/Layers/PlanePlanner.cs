using System;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans a kind that goes over planes, with samples or columns in lanes; a sample alone goes as a batch of one.</summary>
internal abstract class PlanePlanner : LayerPlanner
{
    /// <summary>A layer without parameters takes no room.</summary>
    public override LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices) => new(EquatableArray<TensorStorage>.Empty);

    public override bool TakesPlanes(PlannedLayer layer) => true;

    public sealed override bool SupportsSample => false;

    public override LayerCost Cost(LayerModel layer, VectorWidth width) => throw Unsupported();

    public sealed override int SampleOperations(PlannedLayer layer, SampleOrder order) => throw Unsupported();

    public sealed override bool ReadsVectors(PlannedLayer layer, SampleOrder order) => throw Unsupported();

    public sealed override SampleStep Sample(PlannedLayer layer, SampleOrder order) => throw Unsupported();

    protected static EquatableArray<Step> Steps(params Step?[] steps) => steps.OfType<Step>().ToEquatableArray();

    private NotSupportedException Unsupported() => new($"{GetType().Name} plans planes.");
}
