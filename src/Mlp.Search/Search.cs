using System;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Hosting;
using Mlp.Searching.Space;
using Mlp.Training;

namespace Mlp.Searching;

/// <summary>Searches a space of networks and settings for the best ones.</summary>
public static class Search
{
    /// <summary>Runs a search: in process, or on a cluster where the options say so (<see cref="SearchOptions.UseCluster"/>).</summary>
    /// <param name="space">Which networks and settings.</param>
    /// <param name="data">
    /// The samples, as they were measured where <see cref="SearchOptions.Scaler"/> asks for a scaler. Keep some samples back for a last test: the held-out parts have chosen the best
    /// trial and its best epoch, so its score is a little better than on samples that nobody has seen.
    /// </param>
    /// <param name="options">How to search; without them <c>new SearchOptions()</c>.</param>
    /// <param name="progress">Is told how it goes, by another thread.</param>
    /// <param name="cancellationToken">Ends the search; what is done is kept, and the result says that it is not complete.</param>
    /// <returns>The table of trials and the weights of the best.</returns>
    /// <exception cref="ArgumentException">The space is impossible, the data does not fit a network, or options contradict each other. No trial was run.</exception>
    /// <exception cref="SearchException">The database cannot be reached or has no tables, a trial fails again and again, or no host has a network. What is done is kept.</exception>
    /// <remarks>
    /// The table is a function of space, data, options and seed: not of the number of workers and hosts, of the order in which trials end, or of
    /// interruptions. It is the same bits on hosts of one vector width, and with networks that are <see cref="NetworkTrainingAttribute.Deterministic"/>
    /// on all hosts. A training that diverges is a result, ranked last, and no exception.
    /// </remarks>
    public static Task<SearchResult> Run(
        SearchSpace space,
        Dataset data,
        SearchOptions? options = null,
        IProgress<SearchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(data);
        SearchDefinition definition = SearchDefinition.Of(space, data, options ?? new SearchOptions());
        return Task.Run(() => new HostedRun(definition, data, options ?? new SearchOptions(), progress).Run(cancellationToken), CancellationToken.None);
    }
}
