using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Which samples a training shows to the network, when, and at what rate.</summary>
public sealed class BatchTests
{
    [Theory]
    [InlineData(7, 3, new[] { 3, 3, 1 })]
    [InlineData(6, 3, new[] { 3, 3 })]
    [InlineData(5, 100, new[] { 5 })]
    [InlineData(1, 1, new[] { 1 })]
    [InlineData(3, int.MaxValue, new[] { 3 })]
    public void Every_sample_is_seen_once_an_epoch_the_last_partial_batch_too(int count, int batchSize, int[] sizes)
    {
        foreach (bool shuffle in (bool[])[true, false])
        {
            var network = new ScriptedNetwork();
            Trainer.Fit(network, FitSamples.Numbered(count), new() { Epochs = 2, BatchSize = batchSize, Shuffle = shuffle });
            network.Inputs.Select(batch => batch.Length).ShouldBe([.. sizes, .. sizes]);
            foreach (float[][] epoch in network.Inputs.Chunk(sizes.Length))
            {
                epoch.SelectMany(batch => batch).Order().ShouldBe(Enumerable.Range(0, count).Select(row => (float)row));
            }

            network.Targets.SelectMany(batch => batch).ShouldBe(network.Inputs.SelectMany(batch => batch).Select(input => input + 100));
        }
    }

    [Fact]
    public void Without_shuffling_samples_come_in_the_order_of_the_data_through_a_view_too()
    {
        var network = new ScriptedNetwork();
        Trainer.Fit(network, FitSamples.Numbered(9).Subset([4, 1, 8]), new() { Epochs = 2, BatchSize = 2, Shuffle = false });
        network.Inputs.ShouldBe((float[][])[[4, 1], [8], [4, 1], [8]]);
        network.Targets[0].ShouldBe([104, 101]);
    }

    [Fact]
    public void Each_epoch_has_an_order_of_its_own_and_each_seed_others()
    {
        float[][] first = Orders(seed: 1);
        first[0].ShouldNotBe(first[1]);
        Orders(seed: 1).ShouldBe(first);
        Orders(seed: 2)[0].ShouldNotBe(first[0]);

        static float[][] Orders(ulong seed)
        {
            var network = new ScriptedNetwork();
            Trainer.Fit(network, FitSamples.Numbered(50), new() { Epochs = 2, BatchSize = 50, Seed = seed });
            return [.. network.Inputs];
        }
    }

    [Fact]
    public void Labels_become_targets()
    {
        var network = new ScriptedNetwork();
        Dataset data = Dataset.FromLabels([0, 1, 2], 1, [1, 0, 1]);
        Trainer.Fit(network, data, new() { Epochs = 1, BatchSize = 2, Shuffle = false });
        network.Targets.ShouldBe((float[][])[[1, 0], [1]]);
        Trainer.Fit(network, data.Subset([1, 2]), new() { Epochs = 1, BatchSize = 2, Shuffle = false });
        network.Targets[^1].ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Labels_and_their_targets_are_learned_alike_bit_for_bit(bool shuffle)
    {
        Dataset data = FitSamples.Classes(50);
        TrainerOptions options = new() { Epochs = 5, BatchSize = 8, Shuffle = shuffle, ValidationFraction = 0.2 };
        var byLabels = new LinearNetwork();
        var byTargets = new LinearNetwork();
        TrainingResult labelled = Trainer.Fit(byLabels, data, options);
        DatasetSplit split = data.Split(0.2);
        TrainingResult targeted = Trainer.Fit(
            byTargets, split.Training.OneHot(), options with { ValidationFraction = null, Validation = split.HeldOut.OneHot() });
        byLabels.Parameters.ToArray().ShouldBe(byTargets.Parameters.ToArray());
        labelled.History[^1].ValidationLoss.ShouldBe(targeted.History[^1].ValidationLoss);
        labelled.History.ShouldAllBe(report => report.Accuracy != null && report.R2 == null);
        targeted.History.ShouldAllBe(report => report.Accuracy == null && report.R2 != null);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_bit_for_bit_and_another_seed_another()
    {
        Dataset data = FitSamples.Classes(60);
        float[] first = Trained(seed: 3);
        Trained(seed: 3).ShouldBe(first);
        Trained(seed: 4).ShouldNotBe(first);

        float[] Trained(ulong seed)
        {
            var network = new LinearNetwork();
            Trainer.Fit(network, data, new() { Epochs = 5, BatchSize = 7, Seed = seed, ValidationFraction = 0.25 });
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void The_schedule_is_asked_before_each_step_and_told_each_epoch()
    {
        var schedule = new RecordingSchedule();
        var network = new ScriptedNetwork { LossAfter = steps => 10 - steps };
        TrainingResult result = Trainer.Fit(
            network, FitSamples.Numbered(5), new() { Epochs = 2, BatchSize = 2, Schedule = schedule, Validation = FitSamples.Numbered(2) });
        schedule.Times.ShouldBe(
        [
            new(0, 0, 0), new(0, 1, 2), new(0, 2, 4),
            new(1, 3, 5), new(1, 4, 7), new(1, 5, 9),
        ]);
        schedule.Starts.ShouldBe(1);
        schedule.Losses.ShouldBe([7, 4]);
        network.Rates.ShouldBe([0, 0.001f, 0.002f, 0.003f, 0.004f, 0.005f]);
        result.History.Select(report => report.LearningRate).ShouldBe([0.002, 0.005]);
    }

    /// <summary>Bytes allocated between the first and the last step of an epoch; the runtime's own bookkeeping may fall into one epoch, a batch's falls into each.</summary>
    [Theory]
    [InlineData(true, false, null)]
    [InlineData(false, false, null)]
    [InlineData(true, true, null)]
    [InlineData(true, false, 0.1)]
    public void A_batch_allocates_nothing(bool shuffle, bool targets, double? clipNorm)
    {
        Dataset data = FitSamples.Classes(100);
        var network = new LinearNetwork();
        TrainerOptions options = new()
        {
            Epochs = 20,
            BatchSize = 3,
            Shuffle = shuffle,
            Schedule = new CosineSchedule(0.01, 600, 0, ScheduleUnit.Step),
            ValidationFraction = 0.1,
            ClipNorm = clipNorm,
            GradientTolerance = clipNorm is null ? null : 1e-9,
        };
        Trainer.Fit(network, targets ? data.OneHot() : data, options);
        network.AllocatedAtStep.Count.ShouldBe(20 * 30);
        network.AllocatedAtStep.Chunk(30).Min(epoch => epoch[^1] - epoch[0]).ShouldBe(0);
    }

    /// <summary>Twice the epochs cost their reports and no more, whatever the number of samples.</summary>
    [Fact]
    public void An_epoch_allocates_its_report_and_nothing_that_grows_with_the_data()
    {
        Of(FitSamples.Classes(10)).ShouldBe(Of(FitSamples.Classes(500)));

        static long Of(Dataset data) => Bytes(data, 12) - Bytes(data, 10);

        static long Bytes(Dataset data, int epochs)
        {
            var network = new LinearNetwork();
            return Allocations.Of(() => Trainer.Fit(network, data, new() { Epochs = epochs, BatchSize = 5, Validation = data }));
        }
    }
}
