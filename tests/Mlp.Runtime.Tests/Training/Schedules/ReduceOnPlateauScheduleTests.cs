using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Schedules;

/// <summary>The schedule that waits for a plateau, against PyTorch 1.13's ReduceLROnPlateau, and its state against leaking.</summary>
public sealed class ReduceOnPlateauScheduleTests
{
    /// <summary>ReduceLROnPlateau(factor=0.5, patience=1, cooldown=2, min_lr=0.1) from lr 1: a threshold missed, a NaN, a cooldown, the minimum.</summary>
    [Fact]
    public void Relative_threshold_patience_cooldown_and_minimum_are_PyTorchs()
    {
        var schedule = new ReduceOnPlateauSchedule(1, factor: 0.5, patience: 1, cooldown: 2, minimumRate: 0.1);
        double[] losses =
        [
            1.0, 0.9, 0.9, 0.89995, 0.8, 0.81, 0.82, double.NaN, 0.83, 0.84, 0.85, 0.86,
            0.7, 0.71, 0.72, 0.73, 0.74, 0.75, 0.76, 0.77, 0.78, 0.79,
        ];
        Observed(schedule, losses).ShouldBe(
        [
            1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.125,
            0.125, 0.125, 0.125, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1,
        ]);
    }

    /// <summary>ReduceLROnPlateau(factor=0.1, patience=0, threshold=0.1, threshold_mode="abs") from lr 0.1.</summary>
    [Fact]
    public void Absolute_threshold_is_PyTorchs()
    {
        var schedule = new ReduceOnPlateauSchedule(0.1, patience: 0, threshold: 0.1, thresholdMode: ThresholdMode.Absolute);
        Observed(schedule, [1.0, 0.95, 0.91, 0.89, 0.85, 0.79, 0.78, 0.77, 0.6])
            .ShouldBe([0.1, 1e-2, 1e-3, 1e-3, 1e-4, 1e-5, 1e-5, 1e-6, 1e-6], 1e-15);
    }

    /// <summary>Defaults: patience 10, so the twelfth equal loss is the eleventh bad one.</summary>
    [Fact]
    public void Defaults_are_PyTorchs()
    {
        double[] rates = Observed(new ReduceOnPlateauSchedule(0.1), [.. Enumerable.Repeat(1.0, 24)]);
        rates[..11].ShouldAllBe(rate => rate == 0.1);
        rates[11..22].ShouldAllBe(rate => rate == 0.1 * 0.1);
        rates[22..].ShouldAllBe(rate => rate == 0.1 * 0.1 * 0.1);
    }

    /// <summary>Losses that rise from −360 are no better ones; the bound is −360 − 0.01 · 360.</summary>
    [Fact]
    public void Losses_below_zero_that_rise_are_a_plateau() =>
        Observed(new ReduceOnPlateauSchedule(0.1, patience: 2, threshold: 0.01), [-360, -360, -359, -358, -357, -356, -355, -354])
            .ShouldBe([0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 1e-3, 1e-3], 1e-15);

    /// <summary>From 0.5 over 0 to below: each is lower by a hundredth of the best's size, or by anything where that is 0.</summary>
    [Fact]
    public void Losses_that_fall_through_zero_are_better_ones() =>
        Observed(new ReduceOnPlateauSchedule(0.1, patience: 0, threshold: 0.01), [0.5, 0.25, 0, -1e-9, -1, -1.02, -1.04]).ShouldAllBe(rate => rate == 0.1);

    [Theory]
    [InlineData(-100, -100.9, false)]
    [InlineData(-100, -101.1, true)]
    [InlineData(100, 99.1, false)]
    [InlineData(100, 98.9, true)]
    [InlineData(0, 0, false)]
    [InlineData(0, -1e-300, true)]
    [InlineData(0, double.NaN, false)]
    [InlineData(-100, double.NaN, false)]
    public void A_relative_threshold_is_a_part_of_the_bests_size(double best, double loss, bool isBetter) =>
        Observed(new ReduceOnPlateauSchedule(0.1, patience: 0, threshold: 0.01), [best, loss])[^1].ShouldBe(isBetter ? 0.1 : 0.1 * 0.1);

    /// <summary>Whatever the threshold is, the first loss is better than none, and a NaN is not.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_first_loss_is_better_than_none(double threshold) =>
        Observed(new ReduceOnPlateauSchedule(1, 0.5, patience: 0, threshold), [double.NaN, 5, 5]).ShouldBe([0.5, 0.5, 0.25]);

    /// <summary>PyTorch's eps, 1e-8: from 1e-8 on nothing is reduced.</summary>
    [Fact]
    public void A_reduction_too_small_is_not_made() =>
        Observed(new ReduceOnPlateauSchedule(1e-6, patience: 0), [.. Enumerable.Repeat(1.0, 6)])
            .ShouldBe([1e-6, 1e-7, 1e-8, 1e-8, 1e-8, 1e-8], 1e-20);

    [Fact]
    public void Each_run_has_a_state_of_its_own()
    {
        var described = new ReduceOnPlateauSchedule(1, 0.5, patience: 0, threshold: 0.25, ThresholdMode.Absolute, 1, 0.01);
        var first = described.Start().ShouldBeOfType<ReduceOnPlateauSchedule>();
        first.ShouldBeEquivalentTo(described);
        Observed(first, [1, 1, 1])[^1].ShouldBeLessThan(1);
        described.RateAt(default).ShouldBe(1);
        described.Start().RateAt(default).ShouldBe(1);
        first.Start().RateAt(default).ShouldBe(1);
    }

    [Fact]
    public void A_warm_up_passes_losses_on_and_starts_what_it_wraps()
    {
        var described = new WarmUpSchedule(2, new ReduceOnPlateauSchedule(1, 0.5, patience: 0));
        LearningRateSchedule run = described.Start();
        run.Observe(1);
        run.Observe(1);
        run.RateAt(TrainingTime.AtEpoch(5)).ShouldBe(0.5);
        run.RateAt(TrainingTime.AtEpoch(0)).ShouldBe(0.25);
        described.RateAt(TrainingTime.AtEpoch(5)).ShouldBe(1);
    }

    private static double[] Observed(ReduceOnPlateauSchedule schedule, double[] losses) =>
    [
        .. losses.Select(loss =>
        {
            schedule.Observe(loss);
            return schedule.RateAt(default);
        }),
    ];
}
