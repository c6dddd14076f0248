using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

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
internal sealed record SamplePass(ActivationModel Activation, int Floats);
