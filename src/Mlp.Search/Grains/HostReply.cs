using Orleans;

namespace Mlp.Searching.Grains;

/// <summary>What a search answers a host.</summary>
/// <param name="Phase">Whether trials are to be run; <see cref="SearchPhase.None"/> where there is no such search, or another one has its name by now.</param>
/// <param name="Lost">The trials that the host should not run any more: they have ended, or another host has them.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.HostReply")]
internal sealed record HostReply([property: Id(0)] SearchPhase Phase, [property: Id(1)] int[] Lost);
