using Mlp.Searching.Trials;
using Orleans;
using Orleans.Runtime;

namespace Mlp.Searching.Grains;

/// <summary>What a host tells a search every second.</summary>
/// <param name="Host">Which host.</param>
/// <param name="Identity">Which search of this name it means: <see cref="Space.SearchDefinition.Identity"/>.</param>
/// <param name="Hardware">What its results depend on: <see cref="Hosting.HostHardware"/>.</param>
/// <param name="Running">What it is running.</param>
/// <param name="Refusals">For each network of the search why this host cannot run it; none where it can.</param>
/// <param name="HasWorkers">Whether it runs trials at all.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.HostReport")]
internal sealed record HostReport(
    [property: Id(0)] SiloAddress Host,
    [property: Id(1)] string Identity,
    [property: Id(2)] string Hardware,
    [property: Id(3)] TrialSpec[] Running,
    [property: Id(4)] string?[] Refusals,
    [property: Id(5)] bool HasWorkers);
