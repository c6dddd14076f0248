using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Initialization;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Data;

/// <summary>Subsets, shuffles, splits and folds: each row where it belongs, exact shares of classes, same seed, same parts.</summary>
public sealed class PartitionTests
{
    /// <summary>Computed by another implementation of SplitMix64, xoshiro256**, Durstenfeld's shuffle and the bounds of two numbers of one draw.</summary>
    [Fact]
    public void Golden_orders()
    {
        Samples.RowsOf(Samples.WithTargets(10).Shuffled(7)).ShouldBe([4, 6, 9, 3, 8, 5, 1, 2, 0, 7]);
        Samples.RowsOf(Samples.WithTargets(6).Shuffled(0)).ShouldBe([1, 0, 4, 2, 5, 3]);
    }

    /// <summary>χ² of the 24 orders of 4 rows over 2,400 seeds: 23 degrees of freedom, above 49.7 with probability 0.001.</summary>
    [Fact]
    public void All_orders_are_equally_likely()
    {
        var counts = new Dictionary<string, int>();
        for (ulong seed = 0; seed < 2400; seed++)
        {
            string order = string.Concat(Samples.RowsOf(Samples.WithTargets(4).Shuffled(seed)));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Count.ShouldBe(24);
        counts.Values.Sum(count => Math.Pow(count - 100, 2) / 100).ShouldBeLessThan(49.7);
    }

    [Fact]
    public void A_subset_of_a_view_is_a_view_of_the_whole()
    {
        Dataset view = Samples.WithTargets(8).Subset([7, 5, 3, 1]);
        Samples.RowsOf(view.Subset([3, 0, 0])).ShouldBe([1, 7, 7]);
        Samples.RowsOf(view.Subset(1..3)).ShouldBe([5, 3]);
        Samples.RowsOf(view.Subset(^1..)).ShouldBe([1]);
        view.Subset([2]).Targets(0).ToArray().ShouldBe([30, 31]);
        view.IsContiguous.ShouldBeFalse();
    }

    /// <summary>A quarter of 40, 20 and 12 rows: 10, 5 and 3.</summary>
    [Fact]
    public void A_stratified_split_has_exact_shares()
    {
        (Dataset training, Dataset heldOut) = Samples.Labelled(40, 20, 12).Split(0.25, seed: 5);
        heldOut.CountLabels().ShouldBe([10, 5, 3]);
        training.CountLabels().ShouldBe([30, 15, 9]);
        Samples.Sorted(training, heldOut).ShouldBe(Enumerable.Range(0, 72));
    }

    /// <summary>
    /// 3 of 10 rows held out, classes of 5, 3 and 2: shares 1.5, 0.9 and 0.6, cut to 1, 0 and 0. The two rows left go to the
    /// largest remainders, 0.9 and 0.6. Classes of 5 and 5: shares 1.5 each, and the first of equals gets the row.
    /// </summary>
    [Fact]
    public void Shares_that_are_not_whole_go_by_largest_remainder()
    {
        Samples.Labelled(5, 3, 2).Split(0.3).HeldOut.CountLabels().ShouldBe([1, 1, 1]);
        Samples.Labelled(5, 5).Split(0.3).HeldOut.CountLabels().ShouldBe([2, 1]);
    }

    /// <summary>0.2 · 55 is 11.000000000000002 in floating point; half a row is rounded up; no part is empty.</summary>
    [Theory]
    [InlineData(55, 0.2, 11)]
    [InlineData(150, 0.1, 15)]
    [InlineData(10, 0.25, 3)]
    [InlineData(10, 0.001, 1)]
    [InlineData(10, 0.999, 9)]
    [InlineData(2, 0.5, 1)]
    public void The_held_out_part_is_rounded_to_whole_rows(int count, double fraction, int expected)
    {
        Samples.WithTargets(count).Split(fraction).HeldOut.Count.ShouldBe(expected);
        Samples.Labelled(count - 1, 1).Split(fraction).HeldOut.Count.ShouldBe(expected);
    }

    [Fact]
    public void Every_split_is_a_partition_with_fair_shares()
    {
        var generator = new RandomGenerator(11);
        for (int attempt = 0; attempt < 300; attempt++)
        {
            int[] counts = [.. Enumerable.Range(0, 1 + Below(5, ref generator)).Select(_ => 1 + Below(20, ref generator))];
            int total = counts.Sum();
            if (total < 2)
            {
                continue;
            }

            double fraction = (1 + Below(998, ref generator)) / 1000.0;
            bool stratified = Below(4, ref generator) > 0;
            (Dataset training, Dataset heldOut) = Samples.Labelled(counts).Split(fraction, generator.NextUInt64(), stratified);
            Samples.Sorted(training, heldOut).ShouldBe(Enumerable.Range(0, total));
            heldOut.Count.ShouldBe(Math.Clamp((int)Math.Round(fraction * total, MidpointRounding.AwayFromZero), 1, total - 1));
            if (stratified)
            {
                int[] shares = heldOut.CountLabels();
                for (int label = 0; label < counts.Length; label++)
                {
                    ((double)shares[label]).ShouldBe((double)counts[label] * heldOut.Count / total, 1 - 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Every_set_of_folds_is_a_partition_and_even()
    {
        var generator = new RandomGenerator(12);
        for (int attempt = 0; attempt < 200; attempt++)
        {
            int[] counts = [.. Enumerable.Range(0, 1 + Below(4, ref generator)).Select(_ => 1 + Below(15, ref generator))];
            int total = counts.Sum();
            if (total < 2)
            {
                continue;
            }

            bool stratified = Below(4, ref generator) > 0;
            int k = 2 + Below(total - 1, ref generator);
            DatasetSplit[] folds = Samples.Labelled(counts).Folds(k, generator.NextUInt64(), stratified);
            folds.Length.ShouldBe(k);
            Samples.Sorted([.. folds.Select(fold => fold.HeldOut)]).ShouldBe(Enumerable.Range(0, total));
            folds.ShouldAllBe(fold => Samples.Sorted(fold.Training, fold.HeldOut).SequenceEqual(Enumerable.Range(0, total)));
            Spread(folds.Select(fold => fold.HeldOut.Count)).ShouldBeLessThanOrEqualTo(1);
            for (int label = 0; stratified && label < counts.Length; label++)
            {
                Spread(folds.Select(fold => fold.HeldOut.CountLabels()[label])).ShouldBeLessThanOrEqualTo(1);
            }
        }
    }

    /// <summary>150 rows, 50 of each class, in ten folds: 15 rows, 5 of each class.</summary>
    [Fact]
    public void Folds_of_even_classes_are_exact() =>
        Samples.Labelled(50, 50, 50).Folds(10, seed: 3).ShouldAllBe(fold => fold.HeldOut.CountLabels().SequenceEqual(new[] { 5, 5, 5 }));

    [Fact]
    public void Data_with_targets_is_split_and_folded_too()
    {
        (Dataset training, Dataset heldOut) = Samples.WithTargets(10).Split(0.3, seed: 1);
        Samples.Sorted(training, heldOut).ShouldBe(Enumerable.Range(0, 10));
        training.Targets(0)[0].ShouldBe(10 * training.Features(0)[0]);
        Samples.WithTargets(10).Folds(3).Select(fold => fold.HeldOut.Count).Order().ShouldBe([3, 3, 4]);
    }

    [Fact]
    public void Same_seed_same_parts_and_another_seed_others()
    {
        Dataset data = Samples.Labelled(30, 20);
        Samples.RowsOf(data.Split(0.3, 8).HeldOut).ShouldBe(Samples.RowsOf(data.Split(0.3, 8).HeldOut));
        Samples.RowsOf(data.Split(0.3, 8).HeldOut).ShouldNotBe(Samples.RowsOf(data.Split(0.3, 9).HeldOut));
        Samples.RowsOf(data.Folds(3, 8)[1].Training).ShouldBe(Samples.RowsOf(data.Folds(3, 8)[1].Training));
        Samples.RowsOf(data.Folds(3, 8)[1].HeldOut).ShouldNotBe(Samples.RowsOf(data.Folds(3, 9)[1].HeldOut));
    }

    /// <summary>Rows sorted by class come out mixed, for a training that does not shuffle.</summary>
    [Fact]
    public void Parts_are_in_random_order() =>
        Samples.RowsOf(Samples.Labelled(30, 30).Split(0.5, 1).Training).ShouldNotBe(Samples.Sorted(Samples.Labelled(30, 30).Split(0.5, 1).Training));

    [Fact]
    public void A_part_keeps_all_classes()
    {
        Dataset part = Samples.Labelled(3, 1).Subset([0, 1]);
        part.ClassCount.ShouldBe(2);
        part.CountLabels().ShouldBe([2, 0]);
    }

    private static int Below(int end, ref RandomGenerator generator) => (int)(generator.NextUInt64() % (ulong)end);

    private static int Spread(IEnumerable<int> counts)
    {
        int[] all = [.. counts];
        return all.Max() - all.Min();
    }
}
