using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>
/// Plans one kind of layer: where its parameters stand, what it costs, and its steps in each order, both ways. An order that a
/// kind does not support is not taken for a network that has a layer of it; rows and a single sample every kind supports.
/// </summary>
internal abstract class LayerPlanner
{
    /// <summary>Lays the parameters out, the first tensor at an offset.</summary>
    public abstract LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices);

    /// <summary>Counts the vector operations of one sample, by which orders are chosen.</summary>
    public abstract LayerCost Cost(LayerModel layer, VectorWidth width);

    /// <summary>Plans the way forward with samples in rows.</summary>
    public abstract LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input);

    /// <summary>Plans the way back with samples in rows.</summary>
    /// <param name="order">The order.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="input">What arrived on the way forward.</param>
    /// <param name="deltas">δ of what left; the error of the layer's input is asked for unless this is the first layer.</param>
    public abstract LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas);

    /// <summary>Whether the layer does something in training alone; without a way back it hands on what arrives.</summary>
    public virtual bool IsForTraining => false;

    /// <summary>Whether the layer goes over planes; else over rows.</summary>
    public virtual bool TakesPlanes(PlannedLayer layer) => false;

    /// <summary>The zeros that a layer wants around the planes that arrive.</summary>
    public virtual PlaneBorder BorderOf(PlannedLayer layer) => PlaneBorder.None;

    /// <summary>Whether samples may fill the lanes.</summary>
    public virtual bool SupportsLanes(PlannedLayer layer) => false;

    /// <summary>Plans the way forward with samples in lanes.</summary>
    public virtual LayerForward ForwardInLanes(LaneOrder order, PlannedLayer layer, Signal input) => throw Unsupported(BatchLanes.Samples);

    /// <summary>Plans the way back with samples in lanes.</summary>
    public virtual LayerBackward BackwardInLanes(LaneOrder order, PlannedLayer layer, Signal input, Deltas deltas) => throw Unsupported(BatchLanes.Samples);

    /// <summary>Lays the parameters of a block of agents out, the first tensor at an offset.</summary>
    public virtual LayerStorage StoreForAgents(LayerModel layer, int number, int offset) => new(EquatableArray<TensorStorage>.Empty);

    /// <summary>Plans the way forward with agents in lanes, where <see cref="PopulationLimits"/> allow it.</summary>
    public virtual LayerForward ForwardOfAgents(AgentOrder order, PlannedLayer layer, Signal input) => throw new System.NotSupportedException($"{GetType().Name} does not support agents in lanes.");

    /// <summary>The layer as part of a network that goes through registers alone; null where its kind cannot.</summary>
    public virtual RegisterLayer? InRegisters(PlannedLayer layer) => null;

    /// <summary>Whether a single sample goes through in steps of its own; else as a batch of one.</summary>
    public virtual bool SupportsSample(PlannedLayer layer) => true;

    /// <summary>Vector operations of a single sample, counted as multiply-adds.</summary>
    public abstract int SampleOperations(PlannedLayer layer, SampleOrder order);

    /// <summary>Whether a single sample's layer takes its inputs as vectors in registers where they are there.</summary>
    public abstract bool ReadsVectors(PlannedLayer layer, SampleOrder order);

    /// <summary>Whether the layer is a step of a single sample; else its results are what arrives. The last layer is one.</summary>
    public virtual bool HasSampleStep => true;

    /// <summary>Why the layer of a single sample is a loop whatever its size; null where it may be written out.</summary>
    public virtual LoopReason? LoopOf(PlannedLayer layer) => null;

    /// <summary>Plans the layer for a single sample; asked where it is a step.</summary>
    public abstract SampleStep Sample(PlannedLayer layer, SampleOrder order);

    private System.NotSupportedException Unsupported(BatchLanes lanes) => new($"{GetType().Name} does not support {lanes} in lanes.");
}
