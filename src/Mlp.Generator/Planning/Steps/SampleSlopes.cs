using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>max(x, 0) + a ⊙ min(x, 0) of a single sample, from memory to memory.</summary>
/// <param name="Layer">See <see cref="SampleStep"/>.</param>
/// <param name="Offset">See <see cref="SampleStep"/>.</param>
/// <param name="Spill">See <see cref="SampleStep"/>.</param>
/// <param name="Slopes">Where a stands.</param>
/// <param name="Values">How many values there are.</param>
internal sealed record SampleSlopes(int Layer, int Offset, Spill? Spill, TensorStorage Slopes, int Values)
    : SampleStep(Layer, IsLast: false, StaysInRegisters: false, Offset, Spill);
