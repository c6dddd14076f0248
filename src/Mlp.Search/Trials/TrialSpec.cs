using Orleans;

namespace Mlp.Searching.Trials;

/// <summary>What is to be done of a trial: all else follows from the definition and the index.</summary>
/// <param name="Index">Which trial, counted from 0.</param>
/// <param name="Rung">Which rung it is on, counted from 0: a rung is a number of epochs that trials are compared at.</param>
/// <param name="Epochs">How many epochs it has been trained for at the end of the rung, those of earlier rungs included.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.TrialSpec")]
internal sealed record TrialSpec([property: Id(0)] int Index, [property: Id(1)] int Rung, [property: Id(2)] int Epochs);
