using System.Collections.Generic;
using System.Linq;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Tests.Queue;

/// <summary>Outcomes that follow from trial and rung alone, as those of real trials do, without any training; and the search of them by plain loops.</summary>
/// <param name="definition">The search.</param>
/// <param name="seed">What they follow from.</param>
internal sealed class MadeUpOutcomes(SearchDefinition definition, ulong seed)
{
    /// <summary>One outcome: a few scores, so that many are equal; some diverge, some end by their patience.</summary>
    internal TrialOutcome Of(TrialSpec spec)
    {
        ulong bits = CounterDraws.Bits(seed, (ulong)spec.Rung, (ulong)spec.Index);
        TrialStop stop = (bits % 10) switch { 0 => TrialStop.Diverged, 1 or 2 => TrialStop.Patience, _ => TrialStop.Completed };
        double score = stop == TrialStop.Diverged ? double.NaN : (bits >> 8) % 7 / 7.0;
        return new TrialOutcome
        {
            Index = spec.Index,
            Rung = spec.Rung,
            Folds = [new FoldOutcome(score, 1 - score, 1, spec.Epochs, stop)],
            Score = score,
            Deviation = 0,
            Stop = stop,
            Weights = stop == TrialStop.Diverged ? null : [(byte)spec.Index, (byte)spec.Rung],
            State = new TrialState(spec.Index, spec.Rung, [FoldState.None]),
        };
    }

    /// <summary>The table of the search: of each trial the score, why it ended and how many epochs it had. Nothing of the queue is used.</summary>
    internal (int Index, double Score, TrialStop Stop, int Epochs)[] Table()
    {
        List<int> epochs = [];
        for (int next = definition.FirstEpochs; definition.Factor > 0 && next < definition.Epochs; next *= definition.Factor)
        {
            epochs.Add(next);
        }

        epochs.Add(definition.Epochs);
        var table = new (int Index, double Score, TrialStop Stop, int Epochs)[definition.Trials];
        List<int> members = [.. Enumerable.Range(0, definition.Trials)];
        for (int rung = 0; rung < epochs.Count; rung++)
        {
            foreach (int index in members.Where(index => table[index].Stop is TrialStop.Completed))
            {
                TrialOutcome outcome = Of(new TrialSpec(index, rung, epochs[rung]));
                table[index] = (index, outcome.Score, outcome.Stop, epochs[rung]);
            }

            if (rung == epochs.Count - 1)
            {
                break;
            }

            int places = members.Count / definition.Factor is var share && share > 1 ? share : 1;
            List<int> best = [.. members.Where(index => !double.IsNaN(table[index].Score))
                .OrderBy(index => definition.Score == SearchScore.Loss ? table[index].Score : -table[index].Score).ThenBy(index => index).Take(places)];
            foreach (int index in members.Except(best).Where(index => table[index].Stop == TrialStop.Completed).ToArray())
            {
                table[index].Stop = TrialStop.Halved;
            }

            members = best;
        }

        return table;
    }

    /// <summary>What a queue has as such a table.</summary>
    internal static (int Index, double Score, TrialStop Stop, int Epochs)[] TableOf(TrialQueue queue) =>
        [.. queue.Outcomes.Select(outcome => (outcome.Index, outcome.Score, queue.StopOf(outcome), outcome.Folds[0].Epochs))];
}
