using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Schedules;

/// <summary>Every schedule that depends on time alone, against values computed by hand.</summary>
public sealed class ScheduleTests
{
    public static TheoryData<Action, string> BadArguments => new()
    {
        { () => _ = new ConstantSchedule(0), "rate is 0, but must be a finite number above 0." },
        { () => _ = new ConstantSchedule(double.NaN), "rate is NaN, but must be a finite number above 0." },
        { () => _ = new ConstantSchedule(double.PositiveInfinity), "rate is Infinity, but must be a finite number above 0." },
        { () => _ = new AnnealingSchedule(-0.5), "initialRate is -0.5, but must be a finite number above 0." },
        { () => _ = new AnnealingSchedule(1, hold: 0), "hold is 0, but must be 1 or more." },
        { () => _ = new AnnealingSchedule(1, 1, (ScheduleUnit)7), "unit is 7, but must be one of Epoch, Step, Sample." },
        { () => _ = new InverseScalingSchedule(1, -1), "power is -1, but must be a finite number of 0 or more." },
        { () => _ = new StepDecaySchedule(1, 0), "period is 0, but must be 1 or more." },
        { () => _ = new StepDecaySchedule(1, 5, 1), "factor is 1, but must be above 0 and below 1." },
        { () => _ = new CosineSchedule(1, 0), "duration is 0, but must be 1 or more." },
        { () => _ = new CosineSchedule(1, 5, 1.5), "minimumRate is 1.5, but must be 0 to 1." },
        { () => _ = new CosineSchedule(1, 5, double.NaN), "minimumRate is NaN, but must be 0 to 1." },
        { () => _ = new WarmUpSchedule(0, 0.1), "duration is 0, but must be 1 or more." },
        { () => _ = new ReduceOnPlateauSchedule(1, patience: -1), "patience is -1, but must be 0 or more." },
        { () => _ = new ReduceOnPlateauSchedule(1, cooldown: -1), "cooldown is -1, but must be 0 or more." },
        { () => _ = new ReduceOnPlateauSchedule(1, threshold: -0.1), "threshold is -0.1, but must be a finite number of 0 or more." },
        { () => _ = new ReduceOnPlateauSchedule(1, minimumRate: 2), "minimumRate is 2, but must be 0 to 1." },
    };

    [Fact]
    public void Constant()
    {
        LearningRateSchedule schedule = 0.25;
        Rates(schedule, 3).ShouldBe([0.25, 0.25, 0.25]);
        schedule.ShouldBeOfType<ConstantSchedule>().Rate.ShouldBe(0.25);
    }

    /// <summary>[Lecture 3]: η₀/k for k = 1, 2, …</summary>
    [Fact]
    public void Annealing_falls_as_one_over_k() => Rates(new AnnealingSchedule(0.6), 5).ShouldBe([0.6, 0.3, 0.2, 0.15, 0.12], 1e-15);

    /// <summary>[Lecture 3]: kept for a certain number of iterations, then reduced as 1/k: 0.6 · 3/4, 0.6 · 3/5, 0.6 · 3/6.</summary>
    [Fact]
    public void Annealing_may_hold_first() =>
        Rates(new AnnealingSchedule(0.6, hold: 3), 6).ShouldBe([0.6, 0.6, 0.6, 0.45, 0.36, 0.3], 1e-15);

    /// <summary>1/√1, 1/√2, 1/√3, 1/√4; then 8/k^(3/2) at k = 4: 8/8.</summary>
    [Fact]
    public void Inverse_scaling()
    {
        Rates(new InverseScalingSchedule(1), 4).ShouldBe([1, 0.70710678118654752, 0.57735026918962576, 0.5], 1e-15);
        Rates(new InverseScalingSchedule(8, power: 1.5), 4)[3].ShouldBe(1, 1e-15);
        Rates(new InverseScalingSchedule(2, power: 0), 3).ShouldBe([2, 2, 2]);
    }

    [Fact]
    public void Step_decay() =>
        Rates(new StepDecaySchedule(0.8, period: 2, factor: 0.5), 7).ShouldBe([0.8, 0.8, 0.4, 0.4, 0.2, 0.2, 0.1], 1e-15);

    /// <summary>
    /// 0.01 + 0.05 (1 + cos(π t/4)) with cos = 1, 1/√2, 0, −1/√2, −1; then the minimum for ever.
    /// </summary>
    [Fact]
    public void Cosine() => Rates(new CosineSchedule(0.11, duration: 4, minimumRate: 0.01), 7)
        .ShouldBe([0.11, 0.09535533905932737, 0.06, 0.02464466094067263, 0.01, 0.01, 0.01], 1e-15);

    [Fact]
    public void Warm_up_is_linear_and_then_leaves_the_other_schedule_alone() =>
        Rates(new WarmUpSchedule(4, 0.8), 6).ShouldBe([0.2, 0.4, 0.6, 0.8, 0.8, 0.8], 1e-15);

    /// <summary>The cosine's clock is not shifted: 1, ½(1 + 1/√2), ½, … times ½, 1, 1, …</summary>
    [Fact]
    public void Warm_up_of_a_cosine_ends_with_the_cosine() => Rates(new WarmUpSchedule(2, new CosineSchedule(1, 4)), 5)
        .ShouldBe([0.5, 0.85355339059327373, 0.5, 0.14644660940672624, 0], 1e-15);

    [Fact]
    public void Each_schedule_counts_its_own_unit()
    {
        var time = new TrainingTime(Epoch: 1, Step: 4, Sample: 9);
        new AnnealingSchedule(1, unit: ScheduleUnit.Epoch).RateAt(time).ShouldBe(1.0 / 2);
        new AnnealingSchedule(1, unit: ScheduleUnit.Step).RateAt(time).ShouldBe(1.0 / 5);
        new AnnealingSchedule(1, unit: ScheduleUnit.Sample).RateAt(time).ShouldBe(1.0 / 10);
        new InverseScalingSchedule(1, 1, ScheduleUnit.Sample).RateAt(time).ShouldBe(1.0 / 10);
        new StepDecaySchedule(1, 2, 0.5, ScheduleUnit.Step).RateAt(time).ShouldBe(0.25);
        new CosineSchedule(1, 8, 0, ScheduleUnit.Step).RateAt(time).ShouldBe(0.5, 1e-15);

        // Warmed up in steps, 5 of 10 begun; annealed in epochs, the second.
        new WarmUpSchedule(10, new AnnealingSchedule(1), ScheduleUnit.Step).RateAt(time).ShouldBe(0.25);
    }

    [Fact]
    public void Schedules_of_time_alone_are_immutable()
    {
        foreach (LearningRateSchedule schedule in (LearningRateSchedule[])
            [0.1, new AnnealingSchedule(1), new InverseScalingSchedule(1), new StepDecaySchedule(1, 2), new CosineSchedule(1, 9), new WarmUpSchedule(3, 0.1)])
        {
            double[] before = Rates(schedule, 12);
            for (int epoch = 0; epoch < 30; epoch++)
            {
                schedule.Observe(double.NaN);
            }

            Rates(schedule, 12).ShouldBe(before);
            schedule.Start().ShouldBeSameAs(schedule);
        }
    }

    [Theory]
    [MemberData(nameof(BadArguments))]
    public void Bad_arguments_are_named(Action create, string message)
    {
        ArgumentOutOfRangeException exception = Should.Throw<ArgumentOutOfRangeException>(create);
        exception.Message.ShouldStartWith(message);
        exception.ParamName.ShouldBe(message.Split(' ')[0]);
    }

    [Fact]
    public void Messages_are_the_same_under_every_culture() => UnderCulture.Hostile(
        () => Should.Throw<ArgumentOutOfRangeException>(() => new ConstantSchedule(-0.5)).Message).ShouldStartWith("rate is -0.5,");

    [Fact]
    public void A_warm_up_needs_a_schedule() => Should.Throw<ArgumentNullException>(() => new WarmUpSchedule(1, null!));

    private static double[] Rates(LearningRateSchedule schedule, int epochs) =>
        [.. Enumerable.Range(0, epochs).Select(epoch => schedule.RateAt(TrainingTime.AtEpoch(epoch)))];
}
