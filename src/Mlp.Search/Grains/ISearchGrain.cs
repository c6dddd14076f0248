using System;
using System.Threading.Tasks;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Orleans;
using Orleans.Runtime;

namespace Mlp.Searching.Grains;

/// <summary>A search by its name: it knows what is done, and hands out what is to be done.</summary>
[Alias("Mlp.Searching.ISearchGrain")]
internal interface ISearchGrain : IGrainWithStringKey
{
    /// <summary>Begins a search, or goes on with it.</summary>
    /// <param name="definition">What is searched.</param>
    /// <param name="checkpointInterval">How long a trial trains from now on between two writes of where it stands.</param>
    /// <returns>What differs, where another search of this name is there; otherwise nothing.</returns>
    [Alias("Start")]
    Task<string[]> Start(SearchDefinition definition, TimeSpan checkpointInterval);

    /// <summary>What differs, where another search of this name is there; otherwise nothing.</summary>
    [Alias("Compare")]
    Task<string[]> Compare(SearchDefinition definition);

    /// <summary>Nothing more is to be run; what is done is kept.</summary>
    /// <param name="identity">Of which search of this name: <see cref="SearchDefinition.Identity"/>.</param>
    [Alias("Pause")]
    Task Pause(string identity);

    /// <summary>What is searched; none where nobody has begun it.</summary>
    [Alias("GetDefinition")]
    Task<SearchDefinition?> GetDefinition();

    /// <summary>Where it stands.</summary>
    /// <param name="known">How many outcomes the caller knows: those behind them are in the answer, or the first of them.</param>
    [Alias("GetStatus")]
    Task<SearchStatus> GetStatus(int known);

    /// <summary>The weights of a trial among the best; none where they were not kept.</summary>
    [Alias("GetWeights")]
    Task<byte[]?> GetWeights(int index);

    /// <summary>A host lives, and says what it runs.</summary>
    [Alias("Report")]
    Task<HostReply> Report(HostReport report);

    /// <summary>A trial for a host that has reported before; none where there is nothing to do now.</summary>
    [Alias("Lease")]
    Task<Lease?> Lease(SiloAddress host);

    /// <summary>A trial has come to the end of its rung. When the task ends, its outcome will be there whatever happens.</summary>
    /// <param name="identity">Of which search of this name.</param>
    /// <param name="outcome">What it gave, with its weights and without its state.</param>
    /// <param name="hasState">Whether where it stands was kept.</param>
    [Alias("Complete")]
    Task Complete(string identity, [Immutable] TrialOutcome outcome, bool hasState);

    /// <summary>A host goes on without a trial: it was told to stop.</summary>
    [Alias("Return")]
    Task Return(string identity, SiloAddress host, int index);

    /// <summary>A trial has thrown an exception.</summary>
    [Alias("Fail")]
    Task Fail(string identity, SiloAddress host, int index, string message);
}
