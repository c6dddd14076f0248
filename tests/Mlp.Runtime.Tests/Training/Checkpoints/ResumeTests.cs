using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Checkpoints;

/// <summary>A training that was interrupted after any of its epochs goes on to the last bit as if it had not been.</summary>
public sealed class ResumeTests
{
    /// <summary>Options of every kind, each by a name.</summary>
    private static readonly Dictionary<string, TrainerOptions> Ways = new()
    {
        ["minibatches"] = CheckpointSamples.Options,
        ["in order"] = CheckpointSamples.Options with { Shuffle = false },
        ["held out"] = CheckpointSamples.Options with { ValidationFraction = 0.25, Seed = 9 },
        ["validated"] = CheckpointSamples.Options with { Validation = CheckpointSamples.Others, Schedule = new CosineSchedule(0.3, 30, 0.01, ScheduleUnit.Step) },
        ["patience"] = CheckpointSamples.Options with { Epochs = 12, Patience = 2, MinimumImprovement = 0.05, Schedule = new WarmUpSchedule(2, new AnnealingSchedule(0.1, 2)) },
        ["plateau"] = CheckpointSamples.Options with { Epochs = 9, Schedule = new ReduceOnPlateauSchedule(0.8, 0.5, patience: 0, threshold: 0.1) },
        ["clipped, measured, decaying"] = CheckpointSamples.Options with { ClipNorm = 0.3, MeasureGradients = true, WeightDecay = 0.03 },
        ["tolerance"] = CheckpointSamples.Options with { Epochs = 40, GradientTolerance = 0.35 },
        ["weights"] = CheckpointSamples.Options with { ClassWeights = new(1, 2, 5), SampleWeights = [.. Enumerable.Range(1, 41).Select(row => row / 10f)] },
        ["threads"] = CheckpointSamples.Options with { BatchSize = 40, DegreeOfParallelism = 2 },
        ["a schedule of one's own"] = CheckpointSamples.Options with { Schedule = new FallingSchedule((time, loss) => 0.1 * loss / (time.Step + 1)) },

        // After it too: the optimizer is reset, and the best parameters are measured once more.
        ["divergence"] = CheckpointSamples.Options with { Schedule = new FallingSchedule((time, _) => time.Epoch < 4 ? 0.1 : 1e30) },
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_goes_on_from_every_epoch(string way)
    {
        TrainerOptions options = Ways[way];
        GoesOn(seed => new PlainNet(seed), options);
        GoesOn(seed => new NesterovNet(seed), options);
        GoesOn(seed => new SquareStruct(seed), options);
        GoesOn(seed => new ApartDecayedNet(seed), options);
        GoesOn(seed => new MaskedNet(seed), options);
        GoesOn(seed => new PlainMaskedNet(seed), options);
        GoesOn(seed => new ExactNet(seed), options);
    }

    [Fact]
    public void A_line_search_goes_on_from_every_epoch() =>
        GoesOn(seed => new PlainNet(seed), new() { Epochs = 8, LineSearch = new BacktrackingLineSearch(4) });

    [Fact]
    public void A_line_search_that_finds_no_step_is_at_its_end_again()
    {
        TrainerOptions options = new() { Epochs = 8, LineSearch = new BacktrackingLineSearch(1e9, maxHalvings: 0) };
        GoesOn(seed => new PlainNet(seed), options);
        CheckpointSamples.Fit(new PlainNet(1), options).ShouldContain(nameof(StopReason.NoDecrease));
    }

    /// <summary>What the theory above goes through is what it says.</summary>
    [Theory]
    [InlineData("patience", StopReason.Patience)]
    [InlineData("tolerance", StopReason.GradientTolerance)]
    [InlineData("divergence", StopReason.Diverged)]
    public void These_ways_end_early(string way, StopReason reason) =>
        Trainer.Fit(new PlainNet(1), CheckpointSamples.Data, Ways[way]).StopReason.ShouldBe(reason);

    /// <summary>As successive halving trains: each time from the end of a shorter training.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void It_goes_on_from_the_end_of_a_shorter_training(string way)
    {
        string whole = CheckpointSamples.Fit(new MaskedNet(1), Ways[way]);
        TrainingCheckpoint? last = null;
        string outcome = string.Empty;
        for (int epochs = 1; epochs <= Ways[way].Epochs; epochs++)
        {
            var files = new List<byte[]>();
            outcome = CheckpointSamples.Fit(new MaskedNet(last is null ? 1UL : 50), Ways[way] with { Epochs = epochs, Resume = last }, files);
            last = files.Count > 0 ? CheckpointSamples.Load<MaskedNet>(files[^1]) : last;
        }

        outcome.ShouldBe(whole);
    }

    [Fact]
    public void A_loaded_checkpoint_saves_what_it_was_loaded_from_and_serves_many_times()
    {
        byte[] file = CheckpointSamples.FileOf(new MaskedNet(1));
        TrainingCheckpoint loaded = CheckpointSamples.Load<MaskedNet>(file);

        CheckpointSamples.Saved(loaded).ShouldBe(file);

        string first = CheckpointSamples.Fit(new MaskedNet(2), CheckpointSamples.Options with { Resume = loaded });
        CheckpointSamples.Fit(new MaskedNet(3), CheckpointSamples.Options with { Resume = loaded }).ShouldBe(first);
        CheckpointSamples.Saved(loaded).ShouldBe(file);
    }

    [Fact]
    public void It_says_how_far_the_training_is_and_time_goes_on()
    {
        (int Epoch, int Best, double Loss) told = default;
        byte[] file = [];
        TrainingResult before = Trainer.Fit(new PlainNet(1), CheckpointSamples.Data, CheckpointSamples.Options with
        {
            Epochs = 3,
            Checkpoint = checkpoint =>
            {
                told = (checkpoint.Epoch, checkpoint.BestEpoch, checkpoint.BestLoss);
                file = CheckpointSamples.Saved(checkpoint);
            },
        });

        TrainingCheckpoint loaded = CheckpointSamples.Load<PlainNet>(file);

        told.ShouldBe((3, before.BestEpoch, before.BestLoss));
        (loaded.Epoch, loaded.BestEpoch, loaded.BestLoss).ShouldBe(told);
        TrainingResult after = Trainer.Fit(new PlainNet(2), CheckpointSamples.Data, CheckpointSamples.Options with { Resume = loaded });
        after.History[3].Elapsed.ShouldBeGreaterThan(before.History[2].Elapsed - TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_file_is_one_of_the_best_weights_too()
    {
        string folder = Directory.CreateTempSubdirectory("checkpoint").FullName;
        try
        {
            string path = Path.Combine(folder, "training.safetensors");
            var trained = new MaskedNet(1);
            Trainer.Fit(trained, CheckpointSamples.Data, CheckpointSamples.Options with { Checkpoint = checkpoint => checkpoint.Save(path) });
            var loaded = new MaskedNet(2);
            (float[] expected, float[] found) = (new float[MaskedNet.ParameterCount], new float[MaskedNet.ParameterCount]);

            loaded.LoadWeights(path);

            trained.CopyParametersTo(expected);
            loaded.CopyParametersTo(found);
            found.ShouldBe(expected);
            loaded.GetSchema()!.ClassNames.ShouldBe(["a", "b", "c"]);
            TrainingCheckpoint.Load<MaskedNet>(path).Epoch.ShouldBe(6);
            Directory.GetFiles(folder).ShouldBe([path]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_pipeline_goes_on_too()
    {
        byte[] file = [];
        TrainerOptions options = CheckpointSamples.Options with { ValidationFraction = 0.2 };
        Pipeline<PlainNet> whole = Fitted(new PlainNet(1), options with { Checkpoint = checkpoint => file = checkpoint.Epoch == 3 ? CheckpointSamples.Saved(checkpoint) : file });

        Pipeline<PlainNet> resumed = Fitted(new PlainNet(2), options with { Resume = CheckpointSamples.Load<PlainNet>(file) });

        ParametersOf(resumed).ShouldBe(ParametersOf(whole));
        resumed.Schema.ShouldBe(whole.Schema);

        static Pipeline<PlainNet> Fitted(PlainNet network, TrainerOptions options) => Pipeline.Fit(network, CheckpointSamples.Data, options, StandardScaler.Fit);
    }

    /// <summary>The same samples as a view, and with more epochs.</summary>
    [Fact]
    public void What_the_numbers_do_not_follow_from_may_be_another()
    {
        byte[] file = CheckpointSamples.FileOf(new ExactNet(1));
        TrainingCheckpoint loaded = CheckpointSamples.Load<ExactNet>(file);
        Dataset view = CheckpointSamples.Data.Subset(..);
        view.IsContiguous.ShouldBeFalse();

        TrainingResult result = Trainer.Fit(new ExactNet(2), view, CheckpointSamples.Options with { Resume = loaded, Epochs = 4, DegreeOfParallelism = 2 });

        result.History.Count.ShouldBe(4);
    }

    private static float[] ParametersOf(Pipeline<PlainNet> pipeline)
    {
        float[] parameters = new float[PlainNet.ParameterCount];
        pipeline.Network.CopyParametersTo(parameters);
        return parameters;
    }

    private static void GoesOn<TNetwork>(Func<ulong, TNetwork> create, TrainerOptions options)
        where TNetwork : INetwork<TNetwork>
    {
        var files = new List<byte[]>();
        string whole = CheckpointSamples.Fit(create(1), options, files);

        files.ShouldNotBeEmpty();
        CheckpointSamples.Fit(create(1), options).ShouldBe(whole);
        for (int epoch = 1; epoch <= files.Count; epoch++)
        {
            var later = new List<byte[]>();
            CheckpointSamples.Fit(create(2), options with { Resume = CheckpointSamples.Load<TNetwork>(files[epoch - 1]) }, later).ShouldBe(whole);

            // What shows in no outcome yet, such as the parameters that were the best before the best ones, is there all the same.
            later.Select(CheckpointSamples.WithoutReports).ShouldBe(files.Skip(epoch).Select(CheckpointSamples.WithoutReports));
        }
    }
}
