using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Queue;

/// <summary>The queue gives one table, in whatever order trials end, come back, or are handed in twice.</summary>
public sealed class TrialQueueTests
{
    public static TheoryData<int, int, SearchScore> Searches_with_halving => new()
    {
        { 1, 2, SearchScore.Accuracy }, { 2, 2, SearchScore.Accuracy }, { 7, 3, SearchScore.Loss }, { 27, 3, SearchScore.Accuracy }, { 40, 2, SearchScore.Loss }, { 100, 4, SearchScore.Accuracy },
    };

    [Theory]
    [MemberData(nameof(Searches_with_halving))]
    public void Halving_is_that_of_plain_loops_whatever_the_order(int trials, int factor, SearchScore score)
    {
        SearchDefinition definition = Searches.Halving(trials, factor, score: score);
        for (ulong seed = 0; seed < 30; seed++)
        {
            var outcomes = new MadeUpOutcomes(definition, seed);
            (int, double, TrialStop, int)[] expected = outcomes.Table();
            int[]? kept = null;
            for (int order = 0; order < 4; order++)
            {
                var queue = new TrialQueue(definition);
                var weights = RunDisturbed(queue, outcomes, new Random((int)(seed * 10) + order));

                MadeUpOutcomes.TableOf(queue).ShouldBe(expected);
                queue.Ended.ShouldBe(trials);
                queue.Halved.ShouldBe(expected.Count(static trial => trial.Item3 == TrialStop.Halved));
                (kept ??= [.. queue.Kept]).ShouldBe(queue.Kept);
                weights.Order().ShouldBe(kept.Order());
                int[] best = [.. expected.Where(static trial => !double.IsNaN(trial.Item2))
                    .OrderBy(trial => definition.PrefersMore ? -trial.Item2 : trial.Item2).ThenBy(static trial => trial.Item1).Take(definition.Keep).Select(static trial => trial.Item1)];
                kept.ShouldBe(best);
                (queue.Best?.Index ?? -1).ShouldBe(best is [var first, ..] ? first : -1);
            }
        }
    }

    [Fact]
    public void Trials_are_leased_in_order_and_those_that_came_back_first()
    {
        var queue = new TrialQueue(Searches.Random(trials: 5));

        queue.Next().ShouldBe(new TrialSpec(0, 0, 3));
        queue.Next()!.Index.ShouldBe(1);
        queue.Next()!.Index.ShouldBe(2);
        queue.Return(2);
        queue.Return(0);
        queue.Return(4);
        (queue.Leased, queue.Waiting).ShouldBe((1, 4));
        queue.Next()!.Index.ShouldBe(0);
        queue.Next()!.Index.ShouldBe(2);
        queue.Next()!.Index.ShouldBe(3);
        queue.Next()!.Index.ShouldBe(4);
        queue.Next().ShouldBeNull();
    }

    [Fact]
    public void A_trial_that_is_in_is_neither_leased_nor_counted_again()
    {
        SearchDefinition definition = Searches.Random(trials: 2);
        var outcomes = new MadeUpOutcomes(definition, 1);
        var queue = new TrialQueue(definition);
        TrialSpec first = queue.Next()!;
        queue.Return(first.Index);

        // Its host was given up, and is there all the same.
        queue.Complete(outcomes.Of(first)).IsAccepted.ShouldBeTrue();
        queue.Complete(outcomes.Of(first) with { Score = 1_000 }).IsAccepted.ShouldBeFalse();

        TrialSpec second = queue.Next()!;
        second.Index.ShouldBe(1);
        queue.Next().ShouldBeNull();
        queue.IsFinished.ShouldBeFalse();
        queue.Complete(outcomes.Of(second)).IsAccepted.ShouldBeTrue();
        queue.IsFinished.ShouldBeTrue();
        queue.Outcomes.First().Score.ShouldBe(outcomes.Of(first).Score);
        queue.Complete(outcomes.Of(second)).IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public void A_rung_waits_for_its_last_trial()
    {
        SearchDefinition definition = Searches.Halving(trials: 9);
        var queue = new TrialQueue(definition);
        List<TrialSpec> rung = Lease(queue);

        rung.Count.ShouldBe(9);
        foreach (TrialSpec spec in rung[..8])
        {
            queue.Complete(Completed(spec, score: spec.Index / 10.0)).Ended.ShouldBeEmpty();
            queue.Next().ShouldBeNull();
        }

        Completion last = queue.Complete(Completed(rung[8], score: 0.05));
        last.Ended.Order().ShouldBe([0, 1, 2, 3, 4, 8]);
        last.Released.Order().ShouldBe([0, 8]);
        queue.Rung.ShouldBe(1);
        Lease(queue).ShouldBe([new TrialSpec(5, 1, 6), new TrialSpec(6, 1, 6), new TrialSpec(7, 1, 6)]);
    }

    [Fact]
    public void Of_equal_scores_the_smaller_index_goes_on()
    {
        var queue = new TrialQueue(Searches.Halving(trials: 6));
        foreach (TrialSpec spec in Lease(queue).AsEnumerable().Reverse())
        {
            queue.Complete(Completed(spec, score: 0.5));
        }

        Lease(queue).Select(static spec => spec.Index).ShouldBe([0, 1]);
    }

    [Fact]
    public void A_search_whose_trials_all_diverge_ends_with_its_first_rung()
    {
        var queue = new TrialQueue(Searches.Halving(trials: 6));
        foreach (TrialSpec spec in Lease(queue))
        {
            queue.Complete(Completed(spec, double.NaN) with { Stop = TrialStop.Diverged });
        }

        queue.IsFinished.ShouldBeTrue();
        queue.Best.ShouldBeNull();
        queue.Kept.ShouldBeEmpty();
        queue.Halved.ShouldBe(0);
    }

    [Fact]
    public void The_best_so_far_follows_a_trial_that_falls_behind()
    {
        var queue = new TrialQueue(Searches.Halving(trials: 6));
        foreach (TrialSpec spec in Lease(queue))
        {
            queue.Complete(Completed(spec, score: spec.Index / 10.0));
        }

        queue.Best!.Index.ShouldBe(5);
        queue.Complete(Completed(queue.SpecOf(5), score: 0.1));
        queue.Best!.Index.ShouldBe(4);
    }

    [Fact]
    public void A_search_is_restored_from_its_outcomes_in_any_order()
    {
        SearchDefinition definition = Searches.Halving(trials: 30, factor: 2);
        var outcomes = new MadeUpOutcomes(definition, 3);
        var random = new Random(1);
        for (int interruption = 0; interruption <= 60; interruption += 6)
        {
            var queue = new TrialQueue(definition);
            var accepted = new List<TrialOutcome>();
            while (accepted.Count < interruption && queue.Next() is { } spec)
            {
                TrialOutcome outcome = outcomes.Of(spec);
                queue.Complete(outcome);
                accepted.Add(outcome.WithoutBytes());
            }

            TrialQueue restored = TrialQueue.Restore(definition, accepted.OrderBy(_ => random.Next()));
            MadeUpOutcomes.TableOf(restored).ShouldBe(MadeUpOutcomes.TableOf(queue));
            (restored.Rung, restored.Ended, restored.Halved, restored.Best?.Index).ShouldBe((queue.Rung, queue.Ended, queue.Halved, queue.Best?.Index));
            RunDisturbed(restored, outcomes, random);
            MadeUpOutcomes.TableOf(restored).ShouldBe(outcomes.Table());
        }
    }

    [Fact]
    public void An_outcome_of_no_trial_is_refused()
    {
        var queue = new TrialQueue(Searches.Random(trials: 2));

        Should.Throw<ArgumentException>(() => queue.Complete(Completed(new TrialSpec(2, 0, 3), 1))).Message.ShouldStartWith(
            "The outcome is of trial 2 on rung 0, but the search has 2 trials and is on rung 0.");
        Should.Throw<ArgumentException>(() => queue.Complete(Completed(new TrialSpec(0, 1, 3), 1))).Message.ShouldStartWith("The outcome is of trial 0 on rung 1");
    }

    private static List<TrialSpec> Lease(TrialQueue queue)
    {
        var specs = new List<TrialSpec>();
        while (queue.Next() is { } spec)
        {
            specs.Add(spec);
        }

        return specs;
    }

    private static TrialOutcome Completed(TrialSpec spec, double score) => new()
    {
        Index = spec.Index,
        Rung = spec.Rung,
        Folds = [new FoldOutcome(score, 0, 1, spec.Epochs, TrialStop.Completed)],
        Score = score,
        Deviation = 0,
        Stop = TrialStop.Completed,
    };

    /// <summary>Some trials at once, which end in any order; some hosts are lost, some of those are there all the same, and some outcomes come twice.</summary>
    /// <returns>The trials whose weights are kept at the end.</returns>
    private static HashSet<int> RunDisturbed(TrialQueue queue, MadeUpOutcomes outcomes, Random random)
    {
        var atWork = new List<TrialSpec>();
        var weights = new HashSet<int>();
        while (true)
        {
            while (atWork.Count < 5 && queue.Next() is { } spec)
            {
                atWork.Add(spec);
            }

            if (atWork.Count == 0)
            {
                queue.IsFinished.ShouldBeTrue();
                return weights;
            }

            int place = random.Next(atWork.Count);
            TrialSpec ended = atWork[place];
            int chance = random.Next(5);
            if (chance == 0)
            {
                queue.Return(ended.Index);
                atWork.RemoveAt(place);
                continue;
            }

            if (chance == 1)
            {
                // Somebody else has it as well.
                queue.Return(ended.Index);
            }
            else
            {
                atWork.RemoveAt(place);
            }

            Completion completion = queue.Complete(outcomes.Of(ended));
            if (completion.IsAccepted && outcomes.Of(ended).Weights is not null)
            {
                weights.Add(ended.Index);
            }

            weights.ExceptWith(completion.Released);
        }
    }
}
