using System;
using Mlp.Searching.Trials;
using Orleans;

namespace Mlp.Searching.Grains;

/// <summary>A trial that a host is to run.</summary>
/// <param name="Spec">What is to be done.</param>
/// <param name="HasState">Whether it may have been begun before, so that where it stands is to be looked up.</param>
/// <param name="CheckpointInterval">How long it trains between two writes of where it stands.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.Lease")]
internal sealed record Lease([property: Id(0)] TrialSpec Spec, [property: Id(1)] bool HasState, [property: Id(2)] TimeSpan CheckpointInterval);
