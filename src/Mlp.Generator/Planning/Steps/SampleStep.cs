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
