using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>One layer of a single sample's forward pass; a kind of computation is a record of its own.</summary>
/// <param name="Layer">The layer, counted from 1, by which locals and methods are named.</param>
/// <param name="IsLast">Whether its results are the logits.</param>
/// <param name="StaysInRegisters">The results are read by the next step as vectors it already has.</param>
/// <param name="Offset">Where its results stand in the scratch, in floats, if they do.</param>
/// <param name="Spill">What must be stored before it; null for nothing.</param>
internal abstract record SampleStep(int Layer, bool IsLast, bool StaysInRegisters, int Offset, Spill? Spill);

/// <summary>Results in registers that the next step wants in memory.</summary>
/// <param name="Layer">The layer that they are of.</param>
/// <param name="Offset">Where they are stored in the scratch.</param>
internal sealed record Spill(int Layer, int Offset);

/// <summary>The dot products of a layer.</summary>
/// <param name="Layer">See <see cref="SampleStep"/>.</param>
/// <param name="IsLast">See <see cref="SampleStep"/>.</param>
/// <param name="StaysInRegisters">See <see cref="SampleStep"/>.</param>
/// <param name="Offset">See <see cref="SampleStep"/>.</param>
/// <param name="Spill">See <see cref="SampleStep"/>.</param>
/// <param name="Weights">Where the weights stand.</param>
/// <param name="Biases">Where the biases stand.</param>
/// <param name="Dots">The work. Loops of equal work share a method.</param>
/// <param name="Loop">Why it is a method of its own with a loop; null where it is written out in line.</param>
/// <param name="BroadcastsRegisters">Outputs in lanes: inputs are broadcast from vectors in registers; else from memory.</param>
/// <param name="IsNarrow">The result is one 128-bit vector, four sums reduced together, and the output stage takes it as it is.</param>
/// <param name="Pass">The activation in a pass of its own afterwards; null for none.</param>
/// <param name="Operations">Vector operations, counted as multiply-adds.</param>
internal sealed record SampleDots(
    int Layer,
    bool IsLast,
    bool StaysInRegisters,
    int Offset,
    Spill? Spill,
    TensorStorage Weights,
    TensorStorage Biases,
    DotWork Dots,
    LoopReason? Loop,
    bool BroadcastsRegisters,
    bool IsNarrow,
    SamplePass? Pass,
    int Operations) : SampleStep(Layer, IsLast, StaysInRegisters, Offset, Spill)
{
    /// <summary>Written out in line.</summary>
    public bool IsUnrolled => Loop is null;
}

/// <summary>An activation in place.</summary>
/// <param name="Activation">The activation.</param>
/// <param name="Floats">The values, in whole vectors.</param>
internal sealed record SamplePass(ActivationKind Activation, int Floats);

/// <summary>A matrix times a vector.</summary>
/// <param name="Inputs">The fan-in.</param>
/// <param name="Outputs">The fan-out.</param>
/// <param name="Order">Outputs in lanes where the weights are stored by input, inputs in lanes where by output.</param>
/// <param name="Stride">Floats from one stored row of weights to the next.</param>
/// <param name="Chains">Independent sums that each result is split into, so that multiply-adds need not wait for each other.</param>
/// <param name="BlockVectors">Outputs in lanes: vectors of outputs summed at a time. Inputs in lanes: outputs summed at a time.</param>
/// <param name="Activation">The activation applied in registers; the identity for none.</param>
internal sealed record DotWork(int Inputs, int Outputs, WeightOrder Order, int Stride, int Chains, int BlockVectors, ActivationKind Activation)
{
    /// <summary>The vectors that hold the inputs.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public int InputVectors(int lanes) => Lanes.Vectors(Inputs, lanes);

    /// <summary>The vectors that hold the results.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public int OutputVectors(int lanes) => Lanes.Vectors(Outputs, lanes);

    /// <summary>How the results are gone through, a block at a time.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public Split Blocks(int lanes) => Split.OfSteps(Order == WeightOrder.ByInput ? OutputVectors(lanes) : Outputs, BlockVectors);

    /// <summary>How the products of a sum are gone through: inputs, a chain each, or vectors of inputs.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public Split Products(int lanes) => Order == WeightOrder.ByInput ? Split.OfSteps(Inputs, Chains) : Split.OfSteps(Inputs, lanes);
}
