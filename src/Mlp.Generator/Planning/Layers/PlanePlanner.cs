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

    public override bool SupportsSample(PlannedLayer layer) => IsForTraining;

    public sealed override bool HasSampleStep => !IsForTraining;

    public override LayerCost Cost(LayerModel layer, VectorWidth width) => throw Unsupported();

    public override int SampleOperations(PlannedLayer layer, SampleOrder order) => HasSampleStep ? throw Unsupported() : 0;

    public override bool ReadsVectors(PlannedLayer layer, SampleOrder order) => throw Unsupported();

    public override SampleStep Sample(PlannedLayer layer, SampleOrder order) => throw Unsupported();

    protected static EquatableArray<Step> Steps(params Step?[] steps) => steps.OfType<Step>().ToEquatableArray();

    private NotSupportedException Unsupported() => new($"{GetType().Name} plans planes.");
}
