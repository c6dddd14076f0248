using System;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Space;

/// <summary>Values and spaces are checked where they are set, and say what is wrong.</summary>
public sealed class ValuesTests
{
    [Fact]
    public void Wrong_values_are_refused_where_they_are_set()
    {
        Refusal(() => Values.Of()).ShouldBe("values is empty, but must have one number or more. (Parameter 'values')");
        Refusal(() => Values.Of(0.1, 0.2, 0.1)).ShouldBe("values has 0.1 twice, but must have each number once. (Parameter 'values')");
        Refusal(() => Values.Of(double.NaN)).ShouldBe("values is NaN, but must be finite. (Parameter 'values')");
        Refusal(() => Values.Logarithmic(0, 1)).ShouldBe("low is 0, but must be a finite number above 0. (Parameter 'low')");
        Refusal(() => Values.Logarithmic(1, 0.1)).ShouldBe("high is 0.1, but must be above low, which is 1. (Parameter 'high')");
        Refusal(() => Values.Uniform(2, 2)).ShouldBe("high is 2, but must be above low, which is 2. (Parameter 'high')");
        Refusal(() => Values.Uniform(0, double.PositiveInfinity)).ShouldBe("high is Infinity, but must be finite. (Parameter 'high')");
        Refusal(() => Values.Integers(3, 1)).ShouldBe("high is 1, but must be above low, which is 3. (Parameter 'high')");
    }

    [Fact]
    public void Every_axis_has_the_range_of_its_setting()
    {
        SearchSpace space = SearchSpace.Of<SmallNet>();

        Refusal(() => space.LearningRate(0.1, 0)).ShouldBe("LearningRate is 0, but must be a finite number above 0. (Parameter 'LearningRate')");
        Refusal(() => space.LearningRate(Values.Uniform(0, 1))).ShouldBe("LearningRate is 0, but must be a finite number above 0. (Parameter 'LearningRate')");
        Refusal(() => space.LearningRate(1e39)).ShouldBe("LearningRate is 1E+39, but must be a number that a float can hold, 3.4e38 at most. (Parameter 'LearningRate')");
        Refusal(() => space.BatchSize(16, 0)).ShouldBe("BatchSize is 0, but must be 1 to 2147483647. (Parameter 'BatchSize')");
        Refusal(() => space.BatchSize(Values.Of(16, 16.5))).ShouldBe("BatchSize is 16.5, but must be a whole number. (Parameter 'BatchSize')");
        Refusal(() => space.BatchSize(Values.Logarithmic(8, 64))).ShouldBe(
            "BatchSize is a whole number, but the values are logarithmic 8 to 64: list them, or draw them with Values.Integers. (Parameter 'values')");
        Refusal(() => space.Patience(Values.Integers(0, 5))).ShouldBe("Patience is 0, but must be 1 to 2147483647. (Parameter 'Patience')");
        Refusal(() => space.WeightDecay(-1e-3)).ShouldBe("WeightDecay is -0.001, but must be a finite number of 0 or more. (Parameter 'WeightDecay')");
        Refusal(() => space.ClipNorm(0)).ShouldBe("ClipNorm is 0, but must be a finite number above 0. (Parameter 'ClipNorm')");
        Refusal(() => space.Schedule()).ShouldBe("schedules is empty, but must have one schedule or more. (Parameter 'schedules')");
        Refusal(() => space.Schedule(RateSchedule.Cosine(), RateSchedule.Constant, RateSchedule.Cosine())).ShouldBe(
            "schedules has cosine(0) twice, but must have each schedule once. (Parameter 'schedules')");
    }

    [Fact]
    public void An_axis_and_a_network_come_once()
    {
        Refusal(() => SearchSpace.Of<SmallNet>().LearningRate(0.1).BatchSize(8).LearningRate(0.2)).ShouldBe(
            "The space has the axis LearningRate already: give all of its values in one call.");
        Refusal(() => SearchSpace.Of<SmallNet>().Or<WideNet>().Or<SmallNet>()).ShouldBe("The space has the network SmallNet already: name each type once.");
        Refusal(() => SearchSpace.Of<SmallNet>().Or<LineNet>()).ShouldBe(
            "LineNet has 3 inputs and 2 outputs, but SmallNet has 4 and 3: networks of one search learn from the same data and must have the same sizes.");
    }

    [Fact]
    public void A_space_counts_its_points_where_all_values_are_listed()
    {
        SearchSpace listed = SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(0.1, 0.01, 0.001).Schedule(RateSchedule.Constant, RateSchedule.Cosine());

        listed.Count.ShouldBe(12);
        listed.BatchSize(Values.Integers(1, 8)).Count.ShouldBeNull();
    }

    [Fact]
    public void A_schedule_is_data_that_becomes_the_schedule_of_a_training()
    {
        RateSchedule.Cosine(0.1).ToSchedule(0.5, 10).RateAt(Mlp.Training.TrainingTime.AtEpoch(10)).ShouldBe(0.05);
        RateSchedule.StepDecay(2, 0.5).WithWarmUp(2).ToSchedule(0.5, 10).RateAt(Mlp.Training.TrainingTime.AtEpoch(0)).ShouldBe(0.25);
        RateSchedule.StepDecay(2, 0.5).WithWarmUp(2).ToSchedule(0.5, 10).RateAt(Mlp.Training.TrainingTime.AtEpoch(4)).ShouldBe(0.125);
        RateSchedule.InverseScaling().ToSchedule(0.5, 10).RateAt(Mlp.Training.TrainingTime.AtEpoch(3)).ShouldBe(0.25);
        RateSchedule.Annealing(2).ToSchedule(0.5, 10).RateAt(Mlp.Training.TrainingTime.AtEpoch(3)).ShouldBe(0.25);
        RateSchedule.ReduceOnPlateau(0.5, 3).ToSchedule(0.5, 10).RateAt(Mlp.Training.TrainingTime.AtEpoch(9)).ShouldBe(0.5);
        RateSchedule.StepDecay(20).WithWarmUp(3).ToString().ShouldBe("step-decay(20; 0.1) after 3 warm-up");
        RateSchedule.StepDecay(20).ShouldBe(RateSchedule.StepDecay(20, 0.1));
    }

    private static string Refusal(Func<object> make) => Should.Throw<ArgumentException>(() => _ = make()).Message;
}
