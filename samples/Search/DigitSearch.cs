using System.IO;
using Mlp.Searching;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>What is searched: five architectures, how each is trained, and with which images.</summary>
internal static class DigitSearch
{
    /// <summary>The epochs after which trials are compared: those of the first rung, three times as many, nine times as many.</summary>
    public static readonly int[] Rungs = [4, 12, 36];

    /// <summary>The architectures and the settings of their training.</summary>
    public static SearchSpace Space { get; } = SearchSpace.Of<NarrowNet>().Or<WideNet>().Or<WideDropoutNet>().Or<ConvNet>().Or<ConvDropoutNet>()
        .LearningRate(Values.Logarithmic(1e-4, 1e-1))
        .BatchSize(16, 32, 64)
        .WeightDecay(0, 1e-5, 1e-4, 1e-3)
        .Patience(5, 10);

    /// <summary>How it is searched: five folds, so that a trial is not the best by luck alone, and bad trials stop early.</summary>
    public static SearchOptions Options(RunSettings settings)
    {
        var options = new SearchOptions
        {
            Name = settings.SearchName,
            Trials = settings.Trials,
            Seed = settings.Seed,
            Folds = 5,
            Epochs = Rungs[^1],
            Halving = new SuccessiveHalving { FirstEpochs = Rungs[0], Factor = Rungs[1] / Rungs[0] },
            Score = SearchScore.Accuracy,
            Keep = 5,
            Workers = settings.Workers,
        };
        return settings.Cluster is { } connection
            ? options.UseCluster(connection) with { ConfigureSilo = silo => silo.AddDashboard(settings.Dashboard) }
            : options with
            {
                Folder = Path.Combine(settings.Folder, "searches"),
                ConfigureSilo = settings.Dashboard is { } port ? silo => silo.AddDashboard(port) : null,
            };
    }

    /// <summary>The images that trials see, in whatever folds, and a quarter that none of them sees.</summary>
    public static DatasetSplit Images(ulong seed) => DigitImages.Read().Split(heldOutFraction: 0.25, seed);
}
