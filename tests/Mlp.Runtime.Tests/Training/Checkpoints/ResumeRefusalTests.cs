using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Runtime.Tests.Training.Fitting;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Checkpoints;

/// <summary>A training that would be another one is not gone on with: what differs is named, and nothing has changed.</summary>
public sealed class ResumeRefusalTests
{
    private static readonly TrainerOptions Base = CheckpointSamples.Options with { Epochs = 2, ValidationFraction = 0.25, Patience = 5 };
    private static readonly byte[] File = CheckpointSamples.FileOf(new PlainNet(1), Base);

    public static TheoryData<string, Func<TrainerOptions, TrainerOptions>> OtherOptions => new()
    {
        { "another Validation than", options => options with { ValidationFraction = null, Validation = CheckpointSamples.Others } },
        { "another ValidationFraction than the training that Resume goes on with: 0.5 now, and 0.25 before. Set it as it was, or leave Resume out.", options => options with { ValidationFraction = 0.5 } },
        { "another Seed than the training that Resume goes on with: 4 now, and 3 before.", options => options with { Seed = 4 } },
        { "another Shuffle than the training that Resume goes on with: false now, and true before.", options => options with { Shuffle = false } },
        { "another BatchSize than the training that Resume goes on with: 7 now, and 6 before.", options => options with { BatchSize = 7 } },
        { "another Schedule than the training that Resume goes on with: Cosine(0.1, 99, 0, Epoch) now, and 0.1 before.", options => options with { Schedule = new CosineSchedule(0.1, 99) } },
        { "another Schedule than", options => options with { LearningRate = 0.2 } },
        { "another WeightDecay than the training that Resume goes on with: 0.5 now, and 0 before.", options => options with { WeightDecay = 0.5 } },
        { "another ClipNorm than the training that Resume goes on with: 1 now, and none before.", options => options with { ClipNorm = 1 } },
        { "another MeasureGradients than", options => options with { MeasureGradients = true } },
        { "another GradientTolerance than", options => options with { GradientTolerance = 1e-9 } },
        { "another Patience than the training that Resume goes on with: 6 now, and 5 before.", options => options with { Patience = 6 } },
        { "another MinimumImprovement than", options => options with { MinimumImprovement = 0.125 } },
        { "another ClassWeights than the training that Resume goes on with: 1, 2, 0.5 now, and none before.", options => options with { ClassWeights = new(1, 2, 0.5) } },
        { "another SampleWeights than", options => options with { SampleWeights = [.. Enumerable.Repeat(1f, 41)] } },
        { "another DegreeOfParallelism than the training that Resume goes on with: 2 now, and 1 before.", options => options with { DegreeOfParallelism = 2 } },
        { "Epochs = 1, but the training that Resume goes on with has 2 already: set Epochs to 2 or more.", options => options with { Epochs = 1 } },
    };

    [Theory]
    [MemberData(nameof(OtherOptions))]
    public void The_first_option_that_differs_is_named(string message, Func<TrainerOptions, TrainerOptions> change) =>
        UnderCulture.Hostile(() => Refused(new PlainNet(9), CheckpointSamples.Data, change(Base) with { Resume = CheckpointSamples.Load<PlainNet>(File) }))
            .ShouldStartWith("options has " + message);

    [Fact]
    public void A_line_search_is_another_training()
    {
        byte[] file = CheckpointSamples.FileOf(new PlainNet(1), new() { LineSearch = new BacktrackingLineSearch() });
        Refused(new PlainNet(9), CheckpointSamples.Data, new() { LineSearch = new BacktrackingLineSearch(0.5), Resume = CheckpointSamples.Load<PlainNet>(file) })
            .ShouldStartWith("options has another LineSearch than the training that Resume goes on with: from 0.5, 0.5, 0.0001, 30 now, and from 1, 0.5, 0.0001, 30 before.");
    }

    [Fact]
    public void Other_samples_are_another_training()
    {
        float[] features = [.. Enumerable.Range(0, 41).SelectMany(row => CheckpointSamples.Data.Features(row).ToArray())];
        int[] labels = [.. Enumerable.Range(0, 41).Select(CheckpointSamples.Data.Label)];
        features[81] = float.BitIncrement(features[81]);
        Dataset almost = Dataset.FromLabels(features, 2, labels, ["a", "b", "c"]);
        foreach (Dataset other in (Dataset[])[almost, CheckpointSamples.Others, CheckpointSamples.Data.Subset(..40)])
        {
            Refused(new PlainNet(9), other, Base with { Resume = CheckpointSamples.Load<PlainNet>(File) })
                .ShouldStartWith("data has other samples than those of the training that Resume goes on with: give the same samples, or leave Resume out.");
        }
    }

    [Fact]
    public void A_schedule_must_give_the_rates_that_it_gave()
    {
        TrainerOptions own = CheckpointSamples.Options with { Schedule = new FallingSchedule((time, _) => time.Epoch + 1) };
        byte[] file = CheckpointSamples.FileOf(new PlainNet(1), own);
        Refused(new PlainNet(9), CheckpointSamples.Data, own with { Schedule = new FallingSchedule((time, _) => time.Epoch + 0.5), Resume = CheckpointSamples.Load<PlainNet>(file) })
            .ShouldStartWith("options has a Schedule that gives the rate 0.5 for the last step of epoch 1, but the training that Resume goes on with took 1: set the schedule that it had; its rates must follow from the time and the losses alone.");
        TrainerOptions counting = CheckpointSamples.Options with { Schedule = new CountingSchedule() };
        file = CheckpointSamples.FileOf(new PlainNet(1), counting);
        Refused(new PlainNet(9), CheckpointSamples.Data, counting with { Resume = CheckpointSamples.Load<PlainNet>(file) }).ShouldContain("options has a Schedule that gives the rate 0.1 for the last step of epoch 1");
    }

    [Fact]
    public void A_checkpoint_is_saved_while_it_is_given_and_loaded_to_be_resumed()
    {
        TrainingCheckpoint? kept = null;
        Trainer.Fit(new PlainNet(1), CheckpointSamples.Data, Base with { Checkpoint = checkpoint => kept = checkpoint });

        Should.Throw<InvalidOperationException>(() => CheckpointSamples.Saved(kept!)).Message.ShouldBe(
            "The training has gone on, and what it had at this checkpoint is no more: Save it in the call that is given the checkpoint.");
        kept!.Epoch.ShouldBe(2);
        Refused(new PlainNet(9), CheckpointSamples.Data, Base with { Resume = kept }).ShouldStartWith(
            "options has a Resume that a training gave to its Checkpoint: Save it there, and set Resume to what TrainingCheckpoint.Load gives.");
    }

    [Fact]
    public void A_checkpoint_is_of_one_type() =>
        Refused(new PlainDecayedNet(9), CheckpointSamples.Data, Base with { Resume = CheckpointSamples.Load<PlainNet>(File) }).ShouldStartWith(
            "options has a Resume that was loaded for PlainNet, but the network is PlainDecayedNet: load it with TrainingCheckpoint.Load<PlainDecayedNet>.");

    [Fact]
    public void A_network_by_hand_says_what_it_remembers() =>
        Should.Throw<ArgumentException>(() => Trainer.Fit(new RememberingNetwork(), FitSamples.Numbered(4), new() { Checkpoint = _ => { } })).Message.ShouldStartWith(
            "RememberingNetwork, whose optimizer is Adam, is no IResumableTraining, so that nobody can save what it remembers from step to step: leave Checkpoint and Resume out, or let [Mlp] emit the network.");

    [Fact]
    public void One_that_remembers_nothing_goes_on()
    {
        byte[] file = [];
        Dataset data = Dataset.FromTargets([1f, 2, 3, 4, 5, 6], 2, [1f, 0, 0, 1, 1, 1], 2);
        TrainerOptions options = new() { Epochs = 4, BatchSize = 2, LearningRate = 0.01 };
        var whole = new LinearNetwork();
        Trainer.Fit(whole, data, options with { Checkpoint = checkpoint => file = checkpoint.Epoch == 2 ? CheckpointSamples.Saved(checkpoint) : file });
        var resumed = new LinearNetwork();

        Trainer.Fit(resumed, data, options with { Resume = CheckpointSamples.Load<LinearNetwork>(file) });

        resumed.Parameters.ToArray().ShouldBe(whole.Parameters.ToArray());
    }

    /// <summary>A struct that holds its parameters itself is trained in place, and so it goes on.</summary>
    [Fact]
    public void A_struct_of_its_own_parameters_goes_on_in_place()
    {
        byte[] file = [];
        TrainerOptions options = new() { Epochs = 4, BatchSize = 2, LearningRate = 0.1 };
        Bowl whole = new(1, 2, 3, 4);
        Trainer.FitInPlace(ref whole, FitSamples.Numbered(4), options with { Checkpoint = checkpoint => file = checkpoint.Epoch == 2 ? CheckpointSamples.Saved(checkpoint) : file });
        Bowl resumed = new(9, 9, 9, 9);

        Trainer.FitInPlace(ref resumed, FitSamples.Numbered(4), options with { Resume = CheckpointSamples.Load<Bowl>(file) });

        resumed.Parameters.ShouldBe(whole.Parameters);
    }

    [Fact]
    public void Cross_validation_has_many_trainings()
    {
        Should.Throw<ArgumentException>(() => Trainer.CrossValidate(() => new PlainNet(1), CheckpointSamples.Data, 3, CheckpointSamples.Options with { Checkpoint = _ => { } })).Message.ShouldStartWith(
            "options has Checkpoint, but a checkpoint is of one training, and cross-validation has one for each fold: leave it out, or fit each part of Dataset.Folds by Trainer.Fit.");
        Should.Throw<ArgumentException>(() => Trainer.CrossValidate(() => new PlainNet(1), CheckpointSamples.Data, 3, Base with { Resume = CheckpointSamples.Load<PlainNet>(File) })).Message.ShouldStartWith(
            "options has Resume, but");
    }

    [Fact]
    public void What_the_action_throws_reaches_the_caller_and_the_network_has_the_best_parameters()
    {
        var network = new PlainNet(1);
        var files = new List<byte[]>();
        Should.Throw<InvalidOperationException>(() => Trainer.Fit(network, CheckpointSamples.Data, CheckpointSamples.Options with
        {
            Checkpoint = checkpoint =>
            {
                files.Add(CheckpointSamples.Saved(checkpoint));
                throw new InvalidOperationException("full");
            },
        })).Message.ShouldBe("full");
        (float[] expected, float[] found) = (new float[PlainNet.ParameterCount], new float[PlainNet.ParameterCount]);

        network.CopyParametersTo(found);

        var loaded = new PlainNet(2);
        loaded.LoadWeights(new System.IO.MemoryStream(files.ShouldHaveSingleItem()));
        loaded.CopyParametersTo(expected);
        found.ShouldBe(expected);
    }

    /// <summary>An epoch costs no memory for who does not ask, and a small object for who does not save.</summary>
    [Fact]
    public void A_checkpoint_that_is_not_saved_costs_little()
    {
        long without = BytesOf(null);
        (BytesOf(_ => { }) - without).ShouldBeLessThan(100 * 512);

        static long BytesOf(Action<TrainingCheckpoint>? told)
        {
            long last = 0;
            for (int run = 0; run < 2; run++)
            {
                var network = new PlainNet(1);
                TrainerOptions options = CheckpointSamples.Options with { Epochs = 100, Checkpoint = told };
                long before = GC.GetAllocatedBytesForCurrentThread();
                Trainer.Fit(network, CheckpointSamples.Data, options);
                last = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            return last;
        }
    }

    /// <summary>It is refused, and the network is what it was.</summary>
    private static string Refused<TNetwork>(TNetwork network, Dataset data, TrainerOptions options)
        where TNetwork : INetwork<TNetwork>
    {
        (float[] before, float[] after) = (new float[TNetwork.ParameterCount], new float[TNetwork.ParameterCount]);
        network.CopyParametersTo(before);
        string message = Should.Throw<ArgumentException>(() => Trainer.Fit(network, data, options)).Message;
        network.CopyParametersTo(after);
        after.ShouldBe(before);
        network.GetSchema().ShouldBeNull();
        return message;
    }
}
