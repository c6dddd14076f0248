using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Options and data that make no sense are refused before anything is trained; what is wrong is said, and what to do.</summary>
public sealed class OptionTests
{
    private static readonly Dataset Four = FitSamples.Numbered(4);

    public static TheoryData<Func<TrainerOptions>, string> BadOptions => new()
    {
        { () => new() { Epochs = 0 }, "Epochs is 0, but must be 1 or more." },
        { () => new() { BatchSize = -3 }, "BatchSize is -3, but must be 1 or more." },
        { () => new() { Schedule = -0.5 }, "rate is -0.5, but must be a finite number above 0." },
        { () => new() { LearningRate = 0 }, "LearningRate is 0, but must be a finite number above 0." },
        { () => new() { LearningRate = 1e300 }, "LearningRate is 1E+300, but must be a number that a float can hold, 3.4e38 at most." },
        { () => new() { LearningRate = double.NaN }, "LearningRate is NaN, but must be a finite number above 0." },
        { () => new() { LearningRate = 0.1, Schedule = 0.1 }, "options has both LearningRate and Schedule, but a LearningRate is a schedule, the constant one: set one of them." },
        { () => new() { Schedule = 0.1, LearningRate = 0.1 }, "options has both LearningRate and Schedule" },
        { () => new TrainerOptions() with { Schedule = 0.1, LearningRate = 0.1 }, "options has both LearningRate and Schedule" },
        { () => new TrainerOptions { LearningRate = 0.3 } with { LearningRate = 0.1, Schedule = 0.1 }, "options has both LearningRate and Schedule" },
        { () => new() { Schedule = null! }, "Schedule is null, but must be a schedule or a number." },
        { () => new() { Patience = 0 }, "Patience is 0, but must be 1 or more." },
        { () => new() { MinimumImprovement = double.NaN }, "MinimumImprovement is NaN, but must be a finite number of 0 or more." },
        { () => new() { ValidationFraction = 1 }, "ValidationFraction is 1, but must be above 0 and below 1." },
        { () => new() { GradientTolerance = 0 }, "GradientTolerance is 0, but must be a finite number above 0." },
        { () => new() { DegreeOfParallelism = 0 }, "DegreeOfParallelism is 0, but must be 1 or more." },
        { () => new() { SampleWeights = [1, float.NaN] }, "SampleWeights[1] is NaN, but must be a finite number of 0 or more." },
        { () => new() { SampleWeights = [-1] }, "SampleWeights[0] is -1, but must be a finite number of 0 or more." },
        { () => new() { ClassWeights = new(1, double.PositiveInfinity) }, "weights[1] is Infinity, but must be a finite number of 0 or more." },
        { () => new() { ClassWeights = new() }, "weights is empty, but must have a weight for each class." },
        { () => new() { ClipNorm = double.PositiveInfinity }, "ClipNorm is Infinity, but must be a finite number above 0." },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void A_bad_option_is_named(Func<TrainerOptions> create, string message) =>
        UnderCulture.Hostile(() => Should.Throw<ArgumentException>(() => create()).Message).ShouldStartWith(message);

    [Fact]
    public void Options_may_be_taken_back()
    {
        TrainerOptions options = new() { Patience = 3, ValidationFraction = 0.5, GradientTolerance = 1, ClipNorm = 1 };
        (options with { Patience = null, ValidationFraction = null, GradientTolerance = null, ClipNorm = null }).ShouldBe(new TrainerOptions());
    }

    [Fact]
    public void A_learning_rate_is_a_constant_schedule()
    {
        var network = new ScriptedNetwork();
        Trainer.Fit(network, Four, new() { Epochs = 2, BatchSize = 4, LearningRate = 0.25 });
        network.Rates.ShouldBe([0.25f, 0.25f]);
        new TrainerOptions { LearningRate = 0.25 }.Schedule.ShouldBeOfType<ConstantSchedule>().Rate.ShouldBe(0.25);
        new TrainerOptions { Schedule = 0.25 }.LearningRate.ShouldBe(0.25);
        new TrainerOptions { Schedule = new CosineSchedule(0.25, 10) }.LearningRate.ShouldBeNull();
        new TrainerOptions().LearningRate.ShouldBe(0.01);
    }

    /// <summary>A with expression replaces what the options before it had chosen, as it does with any other option.</summary>
    [Fact]
    public void A_with_expression_replaces_the_rate()
    {
        var cosine = new CosineSchedule(0.25, 10);
        TrainerOptions chosen = new() { LearningRate = 0.5 };
        (chosen with { Schedule = cosine }).Schedule.ShouldBeSameAs(cosine);
        (chosen with { Schedule = cosine } with { LearningRate = 0.125 }).LearningRate.ShouldBe(0.125);
        (chosen with { LearningRate = 0.125 }).LearningRate.ShouldBe(0.125);
        (chosen with { Epochs = 3 }).LearningRate.ShouldBe(0.5);
        chosen.LearningRate.ShouldBe(0.5);
        (chosen with { LearningRate = null }).ShouldBe(new TrainerOptions());
        (chosen with { }).ShouldBe(chosen);
        (new TrainerOptions { Schedule = cosine } with { LearningRate = null }).Schedule.ShouldBeSameAs(cosine);
    }

    [Fact]
    public void Data_that_does_not_fit_is_refused()
    {
        Message(Dataset.FromTargets([1, 2], 2, [1])).ShouldStartWith("data has 2 features, but the network has 1 inputs: declare the network with as many inputs.");
        Message(Dataset.FromTargets([1], 1, [1, 2], 2)).ShouldStartWith("data has 2 targets a sample, but the network has 1 outputs: declare the network with as many outputs.");
        Message(Dataset.FromLabels([1], 1, [2])).ShouldStartWith(
            "data has 3 classes (labels 0 to 2, but no sample has label 0 or 1: use Dataset.FromDistinctLabels to map labels to classes), but the network has one output, which tells two classes apart: declare the network with an output for each class, or pass classNames when you create the dataset.");
        Message(Four, new() { Validation = Dataset.FromTargets([1, 2], 2, [1]) }).ShouldStartWith("Validation has 2 features");
        Message(Four, new() { Validation = Four, ValidationFraction = 0.5 }).ShouldStartWith("options has both Validation and ValidationFraction: set one of them.");
        Message(FitSamples.Numbered(1), new() { ValidationFraction = 0.5 }).ShouldStartWith("data has one sample, and ValidationFraction needs two or more");
        Should.Throw<ArgumentException>(() => Trainer.Fit(new LinearNetwork(), Dataset.FromLabels([1, 2], 2, [2]))).Message
            .ShouldStartWith("data has 3 classes (labels 0 to 2, but no sample has label 0 or 1: use Dataset.FromDistinctLabels to map labels to classes), but the network has 2 outputs");
        Should.Throw<ArgumentNullException>(() => Trainer.Fit(new ScriptedNetwork(), null!)).ParamName.ShouldBe("data");
        Should.Throw<ArgumentNullException>(() => Trainer.Fit<ScriptedNetwork>(null!, Four)).ParamName.ShouldBe("network");

        static string Message(Dataset data, TrainerOptions? options = null) =>
            Should.Throw<ArgumentException>(() => Trainer.Fit(new ScriptedNetwork(), data, options)).Message;
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(1e300)]
    public void A_schedule_that_gives_no_learning_rate_is_refused(double rate)
    {
        var network = new ScriptedNetwork { Steps = 3 };
        Should.Throw<InvalidOperationException>(() => Trainer.Fit(network, Four, new() { Schedule = new Broken(rate) })).Message
            .ShouldEndWith("for step 0 of epoch 0 (counted from 0), but must give a finite number of 0 or more: correct its RateAt.");
        network.Steps.ShouldBe(3);
    }

    [Fact]
    public void A_part_is_held_out_as_the_datasets_own_split_does_it()
    {
        Dataset data = FitSamples.Numbered(20);
        var network = new ScriptedNetwork();
        Trainer.Fit(network, data, new() { Epochs = 1, ValidationFraction = 0.25, Seed = 9 });
        Dataset training = data.Split(0.25, 9).Training;
        network.Inputs.SelectMany(batch => batch).Order().ShouldBe(Enumerable.Range(0, 15).Select(row => training.Features(row)[0]).Order());
    }

    private sealed class Broken(double rate) : LearningRateSchedule
    {
        public override double RateAt(TrainingTime time) => rate;
    }
}
