using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Hosting;

/// <summary>The search as the program that waits for it sees it: the same queue, fed with the same outcomes in the same order.</summary>
/// <param name="definition">The search.</param>
/// <param name="progress">Is told how it goes.</param>
internal sealed class SearchFollower(SearchDefinition definition, IProgress<SearchProgress>? progress)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    private readonly TrialQueue _queue = new(definition);
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly SortedSet<string> _hardware = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _refusals = new(StringComparer.Ordinal);

    // Those whose results depend on the hardware. To find a network on this host takes a while.
    private readonly Lazy<string[]> _dependent = new(() =>
        [.. definition.Networks.Where(static reference => !NetworkKind.Resolve(reference).Description.IsDeterministic).Select(static reference => reference.Name)]);
    private TrialOutcome? _last;
    private long _told;

    /// <summary>How many outcomes it knows.</summary>
    internal int Known { get; private set; }

    /// <summary>Whether all trials have ended.</summary>
    internal bool IsFinished => _queue.IsFinished;

    /// <summary>Goes on with what a search has said.</summary>
    internal void Follow(SearchStatus status)
    {
        _hardware.UnionWith(status.Hardware);
        _refusals.UnionWith(status.Refusals);
        foreach (TrialOutcome outcome in status.Outcomes)
        {
            _queue.Complete(outcome);
            Known++;
            _last = outcome;
            Tell(status);
        }

        if (Stopwatch.GetElapsedTime(_told) > Silence)
        {
            Tell(status);
        }
    }

    /// <summary>The result as far as the search has come.</summary>
    /// <param name="weightsOf">Fetches the weights of a trial.</param>
    internal async Task<SearchResult> Result(Func<int, Task<byte[]?>> weightsOf)
    {
        var weights = new Dictionary<int, byte[]>();
        foreach (TrialOutcome outcome in _queue.Outcomes.Order(new TrialRanking(definition.PrefersMore)).Take(definition.Keep).Where(static outcome => !double.IsNaN(outcome.Score)))
        {
            if (await weightsOf(outcome.Index) is { } file)
            {
                weights[outcome.Index] = file;
            }
        }

        var result = SearchResult.Of(_queue, weights);
        result.Notes = [.. Notes()];
        return result;
    }

    private IEnumerable<string> Notes()
    {
        if (_hardware.Count > 1 && _dependent.Value is [_, ..] dependent)
        {
            yield return $"Hosts of different hardware have run trials ({string.Join("; ", _hardware)}), on which {string.Join(", ", dependent)} give other bits: declare them with Deterministic = true, or the table depends on which host ran which trial.";
        }

        foreach (string refusal in _refusals)
        {
            yield return refusal;
        }
    }

    private void Tell(SearchStatus status)
    {
        _told = Stopwatch.GetTimestamp();
        progress?.Report(new ProgressReport(_queue).After(_last, status.Hosts, Stopwatch.GetElapsedTime(_begin)) with { Running = status.Running, Notes = [.. Notes()] });
    }
}
