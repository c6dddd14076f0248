namespace Mlp.Generator.Planning;

/// <summary>One layer of a single sample's forward pass.</summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Order">Outputs in lanes where the weights are stored by input, inputs in lanes where by output.</param>
/// <param name="Loop">Why it is a method of its own with a loop; null where it is written out in line.</param>
/// <param name="Chains">Independent sums that each result is split into, so that multiply-adds need not wait for each other.</param>
/// <param name="BlockVectors">Outputs in lanes: vectors of outputs summed at a time. Inputs in lanes: outputs summed at a time.</param>
/// <param name="BroadcastsRegisters">Outputs in lanes: inputs are broadcast from vectors in registers; else from memory.</param>
/// <param name="StaysInRegisters">The activations are read by the next step as vectors it already has.</param>
/// <param name="IsNarrow">The result is one 128-bit vector, four sums reduced together, and the output stage takes it as it is.</param>
/// <param name="Offset">Where its activations stand in the scratch, in floats.</param>
/// <param name="Operations">Vector operations, counted as multiply-adds.</param>
internal sealed record SampleStep(
    int Layer,
    WeightOrder Order,
    LoopReason? Loop,
    int Chains,
    int BlockVectors,
    bool BroadcastsRegisters,
    bool StaysInRegisters,
    bool IsNarrow,
    int Offset,
    int Operations)
{
    /// <summary>Written out in line.</summary>
    public bool IsUnrolled => Loop is null;
}
