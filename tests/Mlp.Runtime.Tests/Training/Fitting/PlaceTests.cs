using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>A network that drops values is told where in its minibatch each sample stands, however the batch is shared and handed out; and a step is one step.</summary>
public sealed class PlaceTests
{
    private const int Count = 700;

    private static readonly TrainerOptions Plain = new() { Epochs = 1, BatchSize = 300, Shuffle = false };

    /// <summary>Pieces of 104 samples, slices of whole blocks, both, and the ways of taking a step.</summary>
    public static TheoryData<TrainerOptions> Variants => new()
    {
        Plain,
        Plain with { BatchSize = 50 },
        Plain with { BatchSize = int.MaxValue },
        Plain with { ClipNorm = 1 },
        Plain with { MeasureGradients = true, DegreeOfParallelism = 2 },
        Plain with { DegreeOfParallelism = 2 },
        Plain with { DegreeOfParallelism = 7 },
        Plain with { BatchSize = 50, DegreeOfParallelism = 3 },
        Plain with { SampleWeights = [.. Enumerable.Range(0, Count).Select(sample => 1f + (sample % 3))] },
        Plain with { SampleWeights = [.. Enumerable.Repeat(1f, Count)], DegreeOfParallelism = 2, BatchSize = int.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_sample_stands_where_it_stands_in_its_batch(TrainerOptions options)
    {
        float[] features = [.. Enumerable.Range(0, Count).Select(sample => (float)sample)];
        Dataset data = Dataset.FromLabels(features, 1, [.. Enumerable.Range(PlacedNetwork.OutputSize - Count, Count)]);
        var network = new PlacedNetwork();

        Trainer.Fit(network, data, options);

        int batch = Math.Min(options.BatchSize, Count);
        network.Places.ShouldBe(Enumerable.Range(0, Count).Select(sample => sample % batch));
        network.Steps.ShouldBe((Count + batch - 1) / batch);
    }

    [Fact]
    public void A_line_search_is_refused_where_a_step_has_a_loss_of_its_own() =>
        Should.Throw<ArgumentException>(() => Trainer.Fit(new PlacedNetwork(), Dataset.FromLabels([1f, 2], 1, [0, PlacedNetwork.OutputSize - 1]), new() { LineSearch = new() })).Message.ShouldStartWith(
            "options has LineSearch, which compares losses of parameters, but the network has a Dropout layer, with which each step has a loss of its own: leave LineSearch out, or declare the network without Dropout.");
}
