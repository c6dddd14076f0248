using System;
using System.Globalization;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>What a training depends on, as a checkpoint keeps it.</summary>
internal static class RunSettings
{
    /// <summary>Data and options as names and texts. What the numbers do not follow from is left out: Epochs, progress, checkpoints.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">All samples that the training was given.</param>
    /// <param name="options">The options.</param>
    /// <param name="batchSize">The most samples of a step.</param>
    internal static TrainingSettings Of<TNetwork>(INetwork<TNetwork> network, Dataset data, TrainerOptions options, int batchSize)
        where TNetwork : INetwork<TNetwork>
    {
        // Of a deterministic network the degree shows in nothing.
        bool dependsOnDegree = !(network is ISlicedTraining && TNetwork.Description.IsDeterministic);
        return new TrainingSettings(
        [
            (TrainingSettings.Data, ContentHash.Of(data)),
            (nameof(options.Validation), options.Validation is { } validation ? ContentHash.Of(validation) : TrainingSettings.None),
            (nameof(options.ValidationFraction), Text(options.ValidationFraction)),
            (nameof(options.Seed), Text(options.Seed)),
            (nameof(options.Shuffle), Text(options.Shuffle)),
            (nameof(options.BatchSize), Text(batchSize)),
            (nameof(options.Schedule), options.LineSearch is null ? options.Schedule.Declaration : TrainingSettings.None),
            (nameof(options.LineSearch), Text(options.LineSearch)),
            (nameof(options.WeightDecay), Text(options.WeightDecay)),
            (nameof(options.ClipNorm), Text(options.ClipNorm)),
            (nameof(options.MeasureGradients), Text(options.MeasureGradients)),
            (nameof(options.GradientTolerance), Text(options.GradientTolerance)),
            (nameof(options.Patience), Text(options.Patience)),
            (nameof(options.MinimumImprovement), Text(options.MinimumImprovement)),
            (nameof(options.ClassWeights), options.ClassWeights?.ToString() ?? TrainingSettings.None),
            (nameof(options.SampleWeights), options.SampleWeights is { } weights ? ContentHash.Of([.. weights]) : TrainingSettings.None),
            (nameof(options.DegreeOfParallelism), dependsOnDegree ? Text(options.DegreeOfParallelism) : TrainingSettings.None),
        ]);
    }

    private static string Text(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? TrainingSettings.None;

    private static string Text(bool value) => value ? "true" : "false";

    private static string Text(BacktrackingLineSearch? search) => search is null ? TrainingSettings.None : RowMajor.Invariant(
        $"from {search.InitialStep}, {search.Shrink}, {search.SufficientDecrease}, {search.MaxHalvings}");
}
