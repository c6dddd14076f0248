using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Masks;

/// <summary>Which values a training drops: always the same, so many as are asked for, and none because of another.</summary>
public sealed class DropoutMaskTests
{
    private const int Half = 1 << 23;

    private static readonly int[] Units = [.. Enumerable.Range(0, 64)];

    /// <summary>A training that was saved by another version goes on with the same masks: these may never change.</summary>
    [Theory]
    [InlineData(0, 0, 0, 0, "81cb36fd01b92a88")]
    [InlineData(1, 0, 0, 0, "f38f891df8903193")]
    [InlineData(0, 1, 0, 0, "9fb05c57684bb4ce")]
    [InlineData(0, 0, 1, 0, "cbe5d69a8ec0b259")]
    [InlineData(0, 0, 0, 1, "da635acf6605b4f5")]
    [InlineData(ulong.MaxValue, long.MaxValue, 511, int.MaxValue, "561feac48b5c7193")]
    public void The_first_sixty_four_values_are_these(ulong seed, long step, int layer, int sample, string expected)
    {
        DropoutMask mask = new DropoutMasks(seed, step).From(sample).Of(layer, 0);

        Shown(Units.Select(unit => mask.Keeps(unit, Half))).ShouldBe(expected);
        Units.ShouldAllBe(unit => mask.Factor(unit, Half, 2) == (mask.Keeps(unit, Half) ? 2 : 0));
    }

    [Fact]
    public void A_later_sample_is_the_same_whoever_begins_there()
    {
        var masks = new DropoutMasks(5, 6);
        for (int sample = 0; sample < 9; sample++)
        {
            Of(masks.From(sample).Of(2, 0)).ShouldBe(Of(masks.Of(2, sample)));
            Of(masks.From(1000).From(sample).Of(2, 24)).ShouldBe(Of(masks.Of(2, 1024 + sample)));
        }

        static string Of(DropoutMask mask) => Shown(Units.Select(unit => mask.Keeps(unit, Half)));
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.25f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    public void As_many_are_dropped_as_are_asked_for_and_the_mean_is_kept(float probability)
    {
        // Of n values within five deviations: one run in two million is outside by chance, and the seed is fixed.
        const int Steps = 40, Samples = 50, Values = 500;
        int threshold = DropoutMask.Threshold(probability);
        long kept = Cube(11, Steps, Samples, Values, threshold).LongCount(keeps => keeps);

        double n = (double)Steps * Samples * Values;
        double deviation = Math.Sqrt(probability * (1 - probability) / n);
        (kept / n).ShouldBe(1 - probability, 5 * deviation);
        (kept * (double)DropoutMask.Scale(probability) / n).ShouldBe(1, 5 * deviation / (1 - probability));
    }

    /// <summary>Of two values that are near in one of the five, half are the same, and so along all of them.</summary>
    [Theory]
    [InlineData(1, 0, 0, 0, 0)]
    [InlineData(0, 1, 0, 0, 0)]
    [InlineData(0, 0, 1, 0, 0)]
    [InlineData(0, 0, 0, 1, 0)]
    [InlineData(0, 0, 0, 0, 1)]
    [InlineData(0, 0, 0, 0, 2)]
    [InlineData(0, 0, 0, 0, 16)]
    [InlineData(0, 0, 0, 1, 1)]
    [InlineData(0, 1, 0, -1, 0)]
    [InlineData(1, 1, 0, 0, 0)]
    public void Neighbours_know_nothing_of_each_other(int seed, int step, int layer, int sample, int unit)
    {
        int same = 0;
        const int Steps = 20, Samples = 50, Values = 200;
        for (int s = 1; s <= Steps; s++)
        {
            for (int row = 1; row <= Samples; row++)
            {
                DropoutMask one = new DropoutMasks(7, s).Of(3, row);
                DropoutMask other = new DropoutMasks((ulong)(7 + seed), s + step).Of(3 + layer, row + sample);
                same += Enumerable.Range(0, Values).Count(index => one.Keeps(index, Half) == other.Keeps(index + unit, Half));
            }
        }

        const double N = (double)Steps * Samples * Values;
        (same / N).ShouldBe(0.5, 5 * Math.Sqrt(0.25 / N));
    }

    /// <summary>Every place by itself, over samples; and the number that stays in a sample varies as that of independent draws does.</summary>
    [Fact]
    public void No_place_and_no_sample_is_preferred()
    {
        const int Samples = 10_000;
        int[] kept = new int[64];
        double variance = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            DropoutMask mask = new DropoutMasks(3, 0).Of(1, sample);
            int count = 0;
            foreach (int unit in Units)
            {
                bool keeps = mask.Keeps(unit, Half);
                kept[unit] += keeps ? 1 : 0;
                count += keeps ? 1 : 0;
            }

            variance += Math.Pow(count - 32, 2) / Samples;
        }

        kept.ShouldAllBe(count => Math.Abs(count - (Samples / 2)) < 5 * Math.Sqrt(Samples / 4.0));

        // Of a sum of 64 halves: 16, and of its estimate 16 · √(2 / samples).
        variance.ShouldBe(16, 5 * 16 * Math.Sqrt(2.0 / Samples));
    }

    [Fact]
    public void Nothing_is_dropped_at_zero_and_nearly_all_just_below_one()
    {
        DropoutMask.Threshold(0).ShouldBe(1 << 24);
        DropoutMask.Scale(0).ShouldBe(1);
        DropoutMask.Threshold(0.5f).ShouldBe(Half);
        DropoutMask.Scale(0.5f).ShouldBe(2);
        DropoutMask.Threshold(MathF.BitDecrement(1)).ShouldBe(1);
        DropoutMask.Scale(MathF.BitDecrement(1)).ShouldBe(1 << 24);
        Cube(1, 3, 10, 300, DropoutMask.Threshold(0)).ShouldAllBe(keeps => keeps);
    }

    [Fact]
    public void Steps_are_counted_and_begin_with_a_seed()
    {
        var state = new OptimizerState(1);
        state.Progress.ShouldBe(new OptimizerProgress(0, 0, 0) { Masks = new MaskProgress(1, 0) });
        state.Restart(9);
        state.Progress.Masks.ShouldBe(new MaskProgress(9, 0));
        state.CountMasks();
        state.CountMasks();
        OptimizerState copy = state.Copy();
        state.CountMasks();

        // What an optimizer forgets has no part in it.
        state.Clear();
        state.Progress.ShouldBe(new OptimizerProgress(0, 0, 0) { Masks = new MaskProgress(9, 3) });
        copy.Progress.Masks.ShouldBe(new MaskProgress(9, 2));

        // Who says nothing of masks leaves the seed.
        state.Progress = copy.Progress;
        state.Progress.ShouldBe(copy.Progress);
        state.Progress = default;
        state.Progress.Masks.ShouldBe(new MaskProgress(9, 0));

        // What draws none has none, whatever a file says.
        var none = new OptimizerState { Progress = copy.Progress };
        none.CountMasks();
        none.Progress.Masks.ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => new MaskProgress(1, -1)).Message.ShouldStartWith("Steps is -1, but must be 0 to 2^62.");
    }

    private static IEnumerable<bool> Cube(ulong seed, int steps, int samples, int values, int threshold)
    {
        for (int step = 0; step < steps; step++)
        {
            for (int sample = 0; sample < samples; sample++)
            {
                DropoutMask mask = new DropoutMasks(seed, step).Of(0, sample);
                for (int unit = 0; unit < values; unit++)
                {
                    yield return mask.Keeps(unit, threshold);
                }
            }
        }
    }

    private static string Shown(IEnumerable<bool> mask) => string.Concat(mask.Chunk(4).Select(four => four.Aggregate(0, (bits, keeps) => (bits * 2) + (keeps ? 1 : 0)).ToString("x", null)));
}
