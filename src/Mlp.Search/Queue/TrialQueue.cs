using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Queue;

/// <summary>
/// Which trials of a search are to be run: a machine without clock, threads or files. Trials are leased, and come back or are handed in; a rung is judged
/// when all of its trials are in. Where it ends is a function of the outcomes alone, and not of their order.
/// </summary>
/// <remarks>Not for several threads at once.</remarks>
internal sealed class TrialQueue
{
    private readonly RungLadder _ladder;
    private readonly TrialRanking _ranking;
    private readonly KeptTrials _kept;
    private readonly TrialOutcome?[] _outcomes;
    private readonly bool[] _hasEnded;
    private readonly bool[] _isHalved;

    // Those of the rung that are not in, leased or not.
    private readonly bool[] _isMissing;
    private readonly HashSet<int> _leased = [];

    // Those that came back come before those that were never leased.
    private readonly PriorityQueue<int, int> _waiting = new();
    private int[] _rungTrials = [];
    private int _missing;

    /// <summary>A search of which nothing is done.</summary>
    internal TrialQueue(SearchDefinition definition)
    {
        Definition = definition;
        _ladder = new RungLadder(definition);
        _ranking = new TrialRanking(definition.PrefersMore);
        _kept = new KeptTrials(definition.Keep, _ranking);
        _outcomes = new TrialOutcome?[definition.Trials];
        _hasEnded = new bool[definition.Trials];
        _isHalved = new bool[definition.Trials];
        _isMissing = new bool[definition.Trials];
        Begin([.. Enumerable.Range(0, definition.Trials)]);
    }

    /// <summary>The search.</summary>
    internal SearchDefinition Definition { get; }

    /// <summary>The rung at work, counted from 0.</summary>
    internal int Rung { get; private set; }

    /// <summary>Whether all trials have ended.</summary>
    internal bool IsFinished => Ended == _outcomes.Length;

    /// <summary>How many trials are leased.</summary>
    internal int Leased => _leased.Count;

    /// <summary>How many trials wait for a host.</summary>
    internal int Waiting => _missing - _leased.Count;

    /// <summary>How many trials have ended.</summary>
    internal int Ended { get; private set; }

    /// <summary>How many of them successive halving has stopped.</summary>
    internal int Halved { get; private set; }

    /// <summary>The best outcome so far, of trials that go on too; none without a score.</summary>
    internal TrialOutcome? Best { get; private set; }

    /// <summary>The trials that keep their weights: the best of those that have ended, the best first.</summary>
    internal IEnumerable<int> Kept => _kept.Indices;

    /// <summary>The latest outcome of each trial that has come to the end of a rung, by index.</summary>
    internal IEnumerable<TrialOutcome> Outcomes => _outcomes.OfType<TrialOutcome>();

    /// <summary>Leases a trial.</summary>
    /// <returns>What is to be done; nothing where all trials of the rung are leased or in, or the search has ended.</returns>
    internal TrialSpec? Next()
    {
        while (_waiting.TryDequeue(out int index, out _))
        {
            // Some that came back were handed in meanwhile by the host that had been given up.
            if (_isMissing[index] && _leased.Add(index))
            {
                return SpecOf(index);
            }
        }

        return null;
    }

    /// <summary>Leases one trial that a host has already.</summary>
    /// <returns>What is to be done; nothing where the trial is leased or in, or there is none of that index.</returns>
    internal TrialSpec? Claim(int index) =>
        (uint)index < (uint)_isMissing.Length && _isMissing[index] && _leased.Add(index) ? SpecOf(index) : null;

    /// <summary>A lease ends without an outcome: another host may have the trial.</summary>
    /// <param name="index">The trial; one that is not leased stays as it is.</param>
    internal void Return(int index)
    {
        if (_leased.Remove(index))
        {
            _waiting.Enqueue(index, index - _outcomes.Length);
        }
    }

    /// <summary>A trial has come to the end of a rung.</summary>
    /// <param name="outcome">What it gave. A trial that is not leased counts as well: its host was given up too early.</param>
    /// <exception cref="ArgumentException">There is no such trial, or the outcome is of a rung that has not begun.</exception>
    internal Completion Complete(TrialOutcome outcome)
    {
        if ((uint)outcome.Index >= (uint)_outcomes.Length || outcome.Rung > Rung)
        {
            throw new ArgumentException(SettingRange.Invariant(
                $"The outcome is of trial {outcome.Index} on rung {outcome.Rung}, but the search has {_outcomes.Length} trials and is on rung {Rung}."), nameof(outcome));
        }

        if (outcome.Rung < Rung || !_isMissing[outcome.Index])
        {
            return Completion.None;
        }

        var completion = new Completion(true, [], []);
        Enter(outcome.WithoutBytes(), completion);
        while (_missing == 0 && !IsFinished)
        {
            Judge(completion);
        }

        return completion;
    }

    /// <summary>A search that goes on from what was done before.</summary>
    /// <param name="definition">The search.</param>
    /// <param name="outcomes">All outcomes that were accepted, those of every rung, in any order.</param>
    internal static TrialQueue Restore(SearchDefinition definition, IEnumerable<TrialOutcome> outcomes)
    {
        var queue = new TrialQueue(definition);
        foreach (TrialOutcome outcome in outcomes.OrderBy(static outcome => outcome.Rung))
        {
            queue.Complete(outcome);
        }

        return queue;
    }

    /// <summary>Why a trial ended; interrupted where it is not known whether it goes on.</summary>
    internal TrialStop StopOf(TrialOutcome outcome) =>
        _isHalved[outcome.Index] ? TrialStop.Halved : _hasEnded[outcome.Index] ? outcome.Stop : TrialStop.Interrupted;

    /// <summary>What is to be done of a trial on the rung at work.</summary>
    internal TrialSpec SpecOf(int index) => new(index, Rung, _ladder.EpochsOf(Rung));

    private void Begin(int[] trials)
    {
        _rungTrials = trials;
        _missing = 0;
        foreach (int index in trials)
        {
            if (_hasEnded[index])
            {
                // It would train no more: it takes part with what it has.
                _outcomes[index] = _outcomes[index]! with { Rung = Rung };
                continue;
            }

            _isMissing[index] = true;
            _missing++;
            _waiting.Enqueue(index, index);
        }
    }

    private void Enter(TrialOutcome outcome, Completion completion)
    {
        int index = outcome.Index;
        _leased.Remove(index);
        _isMissing[index] = false;
        _missing--;
        _outcomes[index] = outcome;
        bool wasBest = Best?.Index == index;
        if (wasBest || Best is null || _ranking.Compare(outcome, Best) < 0)
        {
            // Where the best has fallen behind, another one is.
            Best = wasBest ? Outcomes.Min(_ranking) : outcome;
            Best = Best is { } best && double.IsNaN(best.Score) ? null : Best;
        }

        if (!outcome.CanGoOn || Rung == _ladder.Count - 1)
        {
            End(index, completion);
        }
    }

    private void Judge(Completion completion)
    {
        int[] ranked = [.. _rungTrials.OrderBy(index => _outcomes[index]!, _ranking)];
        int[] promoted = [.. ranked.Take(_ladder.Promoted(ranked.Length)).Where(index => !double.IsNaN(_outcomes[index]!.Score))];
        foreach (int index in ranked.AsSpan(promoted.Length))
        {
            if (!_hasEnded[index])
            {
                _isHalved[index] = true;
                Halved++;
                End(index, completion);
            }
        }

        Rung++;
        Begin([.. promoted.Order()]);
    }

    private void End(int index, Completion completion)
    {
        _hasEnded[index] = true;
        Ended++;
        completion.Ended.Add(index);
        if (_kept.Offer(_outcomes[index]!) is { } released)
        {
            completion.Released.Add(released);
        }
    }
}
