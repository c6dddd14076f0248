using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Batches shared among threads: the same training up to rounding, and the very same for one degree.</summary>
public sealed class ParallelTests
{
    /// <summary>Batches of 50, 50 and 20: uneven slices, and fewer of them for the last.</summary>
    private static readonly TrainerOptions Options = new() { Epochs = 5, BatchSize = 50, Schedule = 0.1, DegreeOfParallelism = 2 };

    public static TheoryData<TrainerOptions> Variants => new()
    {
        Options,
        Options with { ClipNorm = 0.1 },
        Options with { MeasureGradients = true, ValidationFraction = 0.1 },
        Options with { ClassWeights = new(1, 3), Shuffle = false },
        Options with { ClassWeights = ClassWeights.Balanced, GradientTolerance = 1e-9 },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void Threads_learn_what_one_thread_learns(TrainerOptions options)
    {
        Dataset data = FitSamples.Classes(120);
        foreach (Dataset samples in (Dataset[])[data, data.OneHot().Shuffled(1), data.Shuffled(2)])
        {
            TrainerOptions wanted = samples.HasLabels ? options : options with { ClassWeights = null };
            (float[] serial, TrainingResult expected) = Trained(samples, wanted with { DegreeOfParallelism = 1 });
            foreach (int degree in (int[])[2, 3, 8])
            {
                (float[] parallel, TrainingResult result) = Trained(samples, wanted with { DegreeOfParallelism = degree });
                parallel.Zip(serial, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-5f);
                result.History[^1].TrainingLoss.ShouldBe(expected.History[^1].TrainingLoss, 1e-5);
                (result.History[^1].GradientNorm ?? 0).ShouldBe(expected.History[^1].GradientNorm ?? 0, 1e-5);
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void One_degree_gives_one_result_bit_for_bit(int degree)
    {
        Dataset data = FitSamples.Classes(120);
        TrainerOptions options = Options with { DegreeOfParallelism = degree };
        float[] first = Trained(data, options).Parameters;
        for (int again = 0; again < 10; again++)
        {
            Trained(data, options).Parameters.ShouldBe(first);
        }

        Trained(data, options with { ClipNorm = 1e9 }).Parameters.ShouldBe(first);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1e9)]
    public void Steps_in_several_parts(double? clipNorm)
    {
        float[] serial = Centre(degree: 1);
        float[] parallel = Centre(degree: 3);
        parallel.Zip(serial, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-4f);
        Centre(degree: 3).ShouldBe(parallel);

        float[] Centre(int degree)
        {
            var network = new CentreNetwork();
            Trainer.Fit(network, FitSamples.Numbered(60), Options with { Epochs = 2, Schedule = 1000, DegreeOfParallelism = degree, ClipNorm = clipNorm });
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void There_are_as_many_threads_as_slices_and_they_end_with_the_training()
    {
        Threads(batchSize: 64, degree: 3).ShouldBe(3);
        Threads(batchSize: 64, degree: 100).ShouldBe(4);
        Threads(batchSize: 16, degree: 8).ShouldBe(1);
        Threads(batchSize: 5, degree: 8).ShouldBe(1);

        static int Threads(int batchSize, int degree)
        {
            LinearNetwork network = Watched();
            Trainer.Fit(network, FitSamples.Classes(128), Options with { BatchSize = batchSize, DegreeOfParallelism = degree });
            return Ended(network);
        }
    }

    [Fact]
    public void Each_slice_is_seen_once_an_epoch()
    {
        var slices = new ConcurrentBag<float[]>();
        var network = new LinearNetwork { InSlice = slices.Add };
        Dataset data = FitSamples.Classes(120);
        Trainer.Fit(network, data, Options with { Epochs = 1, Validation = data });
        slices.Select(slice => slice.Length / 2).Order().ShouldBe([4, 16, 18, 18, 32, 32]);
        slices.SelectMany(slice => slice.Where((_, index) => index % 2 == 0)).Order()
            .ShouldBe(Enumerable.Range(0, 120).Select(row => data.Features(row)[0]).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void What_a_slice_throws_reaches_the_caller_the_best_stays_and_the_threads_end(int slice)
    {
        int steps = 0;
        Dataset data = FitSamples.Classes(48);
        LinearNetwork network = Watched(inputs => ThrowAt(inputs[0] == data.Features(16 * slice)[0] && Interlocked.Increment(ref steps) == 3));
        InvalidOperationException exception = Should.Throw<InvalidOperationException>(
            () => Trainer.Fit(network, data, Options with { BatchSize = 48, DegreeOfParallelism = 3, Shuffle = false }));
        exception.StackTrace.ShouldNotBeNull().ShouldContain(nameof(ThrowAt));
        Ended(network).ShouldBe(3);
        float[] two = Trained(data, Options with { Epochs = 2, BatchSize = 48, DegreeOfParallelism = 3, Shuffle = false }).Parameters;
        network.Parameters.ToArray().ShouldBe(two);
    }

    [Fact]
    public void Cancelled_or_stopped_by_the_progress_the_threads_end_too()
    {
        using var source = new CancellationTokenSource();
        LinearNetwork network = Watched();
        var progress = new Reports(report => _ = report.Epoch == 2 ? throw new InvalidOperationException("stop") : 0);
        Should.Throw<InvalidOperationException>(() => Trainer.Fit(network, FitSamples.Classes(64), Options, progress)).Message.ShouldBe("stop");
        Ended(network).ShouldBe(2);

        network = Watched();
        progress = new Reports(_ => source.Cancel());
        Trainer.Fit(network, FitSamples.Classes(64), Options, progress, source.Token).StopReason.ShouldBe(StopReason.Cancelled);
        Ended(network).ShouldBe(2);
    }

    /// <summary>Bytes of all threads between the first and the last step of an epoch, as in <see cref="BatchTests"/>.</summary>
    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    public void A_batch_allocates_nothing_on_any_thread(int degree, bool shuffle)
    {
        var network = new LinearNetwork();
        Trainer.Fit(network, FitSamples.Classes(1000), new()
        {
            Epochs = 20,
            BatchSize = 40,
            Shuffle = shuffle,
            DegreeOfParallelism = degree,
            ClassWeights = ClassWeights.Balanced,
        });
        network.AllAllocatedAtStep.Count.ShouldBe(20 * 25);
        network.AllAllocatedAtStep.Chunk(25).Min(epoch => epoch[^1] - epoch[0]).ShouldBe(0);
    }

    /// <summary>Four steps of one batch at a rate of ½ leave a sixteenth; they are counted in the struct.</summary>
    [Theory]
    [InlineData(null, 4)]
    [InlineData(1e9, 0)]
    public void A_struct_is_trained_in_one_place(double? clipNorm, int counted)
    {
        var network = new Bowl(16, 32, 0, 48);
        Trainer.FitInPlace(ref network, FitSamples.Numbered(64), new() { Epochs = 4, BatchSize = 64, Schedule = 0.5, DegreeOfParallelism = 2, ClipNorm = clipNorm });
        network.Parameters.ShouldBe([1, 2, 0, 3]);
        network.Steps.ShouldBe(counted);
    }

    [Fact]
    public void A_network_that_has_no_slices_is_refused()
    {
        var network = new ScriptedNetwork();
        Should.Throw<ArgumentException>(() => Trainer.Fit(network, FitSamples.Numbered(64), Options)).Message
            .ShouldStartWith("ScriptedNetwork is no ISlicedTraining, which ClassWeights, SampleWeights and DegreeOfParallelism need: leave them out");
        network.Steps.ShouldBe(0);
    }

    private static (float[] Parameters, TrainingResult Result) Trained(Dataset data, TrainerOptions options)
    {
        var network = new LinearNetwork();
        TrainingResult result = Trainer.Fit(network, data, options);
        return (network.Parameters.ToArray(), result);
    }

    private static LinearNetwork Watched(Action<float[]>? inSlice = null) => new() { SeenThreads = [], InSlice = inSlice };

    /// <summary>The number of threads that a network was trained on; all but this one have ended.</summary>
    private static int Ended(LinearNetwork network)
    {
        network.SeenThreads!.Keys.Where(thread => thread.IsAlive).ShouldBe([Thread.CurrentThread]);
        return network.SeenThreads.Count;
    }

    private static void ThrowAt(bool condition)
    {
        if (condition)
        {
            throw new InvalidOperationException("slice");
        }
    }
}
