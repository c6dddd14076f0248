using System;
using System.Linq;
using System.Threading;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Labels of many classes take the memory of labels: they become targets a few rows at a time, wherever they are read.</summary>
public sealed class ManyClassesTests
{
    private const int Classes = WideNetwork.Outputs;

    /// <summary>As targets they would be 400 MB.</summary>
    private static readonly Dataset Many = Labelled(100_000);

    /// <summary>As targets they would be more than an array has.</summary>
    private static readonly Dataset TooMany = Labelled(2_200_000);

    public static TheoryData<Action> Measures => new()
    {
        () => new WideNetwork().MeanLoss(Many.Subset(..10)).ShouldBe(0.5, 1e-6),
        () => new WideNetwork().MeanLoss(TooMany.Subset(..10)).ShouldBe(0.5, 1e-6),
        () => new WideNetwork().EvaluateRegressor(Many.Subset(..10)).MeanAbsoluteError.ShouldBe(1e-3, 1e-9),
        () => new WideNetwork().EvaluateRegressor(Many.Subset(..3000)).RootMeanSquaredError.ShouldBe(Math.Sqrt(1e-3), 1e-6),
        () => new WideClassifier().MeanLoss(Many.Subset(..2000)).ShouldBe(Math.Log(Classes), 1e-5),
        () => new WideClassifier().LogLoss(TooMany.Subset(..2000)).ShouldBe(Math.Log(Classes), 1e-5),
        () => new WideClassifier().Accuracy(TooMany.Subset(..2000)).ShouldBe(1e-3),
        () => new WideClassifier().Predict(TooMany.Subset(..10)).Length.ShouldBe(10 * Classes),
        () => Many.Subset(..10).OneHot().Targets(9)[9].ShouldBe(1),
        () => TooMany.Subset(..10).ForOutputs(Classes).Targets(9)[8].ShouldBe(0),
    };

    public static TheoryData<TrainerOptions> Fits => new()
    {
        new TrainerOptions { Validation = Labelled(5000) },
        new TrainerOptions { ValidationFraction = 0.5 },
        new TrainerOptions { BatchSize = 10_000 },
        new TrainerOptions { BatchSize = 10_000, ClipNorm = 1 },
        new TrainerOptions { LineSearch = new() },
        new TrainerOptions { ClassWeights = ClassWeights.Balanced, BatchSize = 10_000 },
        new TrainerOptions { ClassWeights = ClassWeights.Balanced, LineSearch = new() },
        new TrainerOptions { DegreeOfParallelism = 2, BatchSize = 10_000 },
    };

    /// <summary>10 one-hot rows are 40 KB, buffers of a chunk 64 KB each.</summary>
    [Theory]
    [MemberData(nameof(Measures))]
    public void A_measure_takes_the_memory_of_a_chunk(Action measure) => Allocations.Of(measure).ShouldBeLessThan(300_000);

    /// <summary>10,000 samples would be 40 MB of targets. Pieces are of 4 MB, one for each thread; the rest is a row's few numbers.</summary>
    [Theory]
    [MemberData(nameof(Fits))]
    public void A_fit_takes_the_memory_of_a_piece(TrainerOptions options)
    {
        Dataset data = Many.Subset(..10_000);
        var network = new WideNetwork();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Trainer.Fit(network, data, options with { Epochs = 1 }).BestEpoch.ShouldBe(1);
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(12_000_000);
        network.MostSamples.ShouldBeLessThan(1100);
    }

    /// <summary>3,000 samples at once are three pieces, and one as one-hot targets.</summary>
    [Theory]
    [InlineData(false, 1, null)]
    [InlineData(false, 1, 1e-2)]
    [InlineData(true, 1, null)]
    [InlineData(true, 2, null)]
    [InlineData(true, 2, 1e-2)]
    public void A_batch_in_pieces_is_the_batch(bool weighted, int degree, double? clipNorm)
    {
        Dataset labels = Many.Subset(..3000);
        var options = new TrainerOptions
        {
            Epochs = 3,
            BatchSize = 3000,
            Schedule = 0.5,
            Shuffle = false,
            ClipNorm = clipNorm,
            DegreeOfParallelism = degree,
            SampleWeights = weighted ? [.. Enumerable.Range(1, 3000).Select(row => (float)row)] : null,
        };
        (WideNetwork inPieces, WideNetwork whole) = (new(), new());
        TrainingResult result = Trainer.Fit(inPieces, labels, options);
        TrainingResult expected = Trainer.Fit(whole, labels.OneHot(), options);
        inPieces.MostSamples.ShouldBeLessThan(whole.MostSamples);
        inPieces.Parameters.ToArray().ShouldBe(whole.Parameters.ToArray(), 1e-6);
        result.History.Select(report => report.TrainingLoss).ShouldBe(expected.History.Select(report => report.TrainingLoss), 1e-6);
    }

    [Fact]
    public void A_line_search_in_pieces_finds_the_step()
    {
        Dataset labels = Many.Subset(..3000);
        (WideNetwork inPieces, WideNetwork whole) = (new(), new());
        Trainer.Fit(inPieces, labels, new() { Epochs = 1, LineSearch = new() }).History[0].LearningRate.ShouldBe(1);
        Trainer.Fit(whole, labels.OneHot(), new() { Epochs = 1, LineSearch = new() });
        inPieces.Parameters.ToArray().ShouldBe(whole.Parameters.ToArray(), 1e-6);
    }

    /// <summary>Labels are all that a classifier needs, for a line search too.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_classifier_learns_from_labels(bool lineSearch)
    {
        var network = new WideClassifier();
        Trainer.Fit(network, Many, new() { Epochs = 1, LineSearch = lineSearch ? new() : null });
        network.StepsWithTargets.ShouldBe(0);
        network.StepsWithLabels.ShouldBe(lineSearch ? 1 : 3125);
    }

    [Fact]
    public void What_must_have_all_of_them_says_how_much_that_is()
    {
        Should.Throw<InvalidOperationException>(TooMany.OneHot).Message
            .ShouldStartWith("One-hot targets: 2200000 rows of 1000 are 2200000000 values, but an array has 2147483575 at most: keep the labels");
        Should.Throw<ArgumentException>(() => new WideNetwork().Predict(TooMany)).Message
            .ShouldStartWith("The outputs: 2200000 rows of 1000 are 2200000000 values, but an array has 2147483575 at most: predict parts of the data");
    }

    /// <summary>Nothing of the size of all targets is asked for, not even for an instant.</summary>
    [Fact]
    public void More_labels_than_an_array_has_targets_are_trained_on()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        foreach (TrainerOptions options in (TrainerOptions[])
            [new() { ValidationFraction = 0.5 }, new() { BatchSize = int.MaxValue }, new() { LineSearch = new() }, new() { ClassWeights = ClassWeights.Balanced, BatchSize = int.MaxValue }])
        {
            Trainer.Fit(new WideNetwork(), TooMany, options, cancellationToken: source.Token).StopReason.ShouldBe(StopReason.Cancelled);
        }
    }

    private static Dataset Labelled(int count)
    {
        int[] labels = new int[count];
        for (int row = 0; row < count; row++)
        {
            labels[row] = row % Classes;
        }

        return Dataset.FromLabels(new float[count], 1, labels);
    }
}
