using System;
using System.Linq;
using Mlp.Training;

namespace Mlp.Searching.Space;

/// <summary>What space, data and options ask of each other.</summary>
internal static class DefinitionRules
{
    /// <summary>Refuses what contradicts each other.</summary>
    /// <exception cref="ArgumentException">What is wrong, and what to do.</exception>
    internal static void Require(SearchSpace space, Dataset data, SearchOptions options)
    {
        RequireHalving(options);
        RequireData(data, options);
        RequireScore(space, data, options);
    }

    /// <summary>The number of trials.</summary>
    /// <exception cref="ArgumentException">A grid has drawn values, too many points, or another number than the trials that are asked for.</exception>
    internal static int TrialsOf(SearchSpace space, SearchOptions options)
    {
        if (options.Strategy != SearchStrategy.Grid)
        {
            return options.Trials ?? 100;
        }

        if (space.Axes.FirstOrDefault(static axis => axis.Count is null) is { } drawn)
        {
            throw Contradiction($"Strategy is Grid, but {drawn.Name} of the space is drawn from a range, which has no points to go through: list its values, or take SearchStrategy.Random.");
        }

        if (space.Count is not { } points || points > SearchOptions.MostTrials)
        {
            throw Contradiction($"Strategy is Grid, but the space has more than {SearchOptions.MostTrials} points: list fewer values, or take SearchStrategy.Random.");
        }

        return options.Trials is not { } trials || trials == points
            ? (int)points
            : throw Contradiction($"Strategy is Grid and Trials is {trials}, but the space has {points} points and a grid tries each: leave Trials out, or take SearchStrategy.Random.");
    }

    private static void RequireHalving(SearchOptions options)
    {
        if (options.Halving is { } halving && halving.FirstEpochs >= options.Epochs)
        {
            throw Contradiction($"Halving begins with {halving.FirstEpochs} epochs, but Epochs is {options.Epochs}: choose fewer FirstEpochs or more Epochs.");
        }
    }

    private static void RequireData(Dataset data, SearchOptions options)
    {
        if (options.Folds > data.Count)
        {
            throw Contradiction($"Folds is {options.Folds}, but data has {data.Count} samples: each fold must hold out one or more.");
        }

        if (data.Count < 2)
        {
            throw new ArgumentException("data has one sample, but a search needs two or more: one to learn from and one to measure with.", nameof(data));
        }

        if (options.Scaler != SearchScaler.None && data.Scaler is { } scaler)
        {
            throw Contradiction($"Scaler is {options.Scaler}, but data went through {scaler} already: give the samples as they were measured, or leave Scaler out.");
        }

        if (options.TargetScaler != SearchScaler.None && data.HasLabels)
        {
            throw Contradiction($"TargetScaler is {options.TargetScaler}, but data has labels and no targets: leave it out.");
        }

        if (options.TargetScaler != SearchScaler.None && data.TargetScaler is { } targets)
        {
            throw Contradiction($"TargetScaler is {options.TargetScaler}, but the targets of data went through {targets} already: give them as they were measured, or leave TargetScaler out.");
        }
    }

    private static void RequireScore(SearchSpace space, Dataset data, SearchOptions options)
    {
        if (options.Score == SearchScore.Accuracy && !data.HasLabels)
        {
            throw Contradiction($"Score is Accuracy, but data has targets and no labels: take SearchScore.R2 or Loss, or create the data with Dataset.FromLabels.");
        }

        if (options.Score == SearchScore.R2 && data.HasLabels)
        {
            throw Contradiction($"Score is R2, but data has labels and no targets: take SearchScore.Accuracy or Loss.");
        }

        if (options.Score == SearchScore.Loss && space.Networks.FirstOrDefault(kind => !HasLossOf(kind, space.Networks[0])) is { } other)
        {
            throw Contradiction($"Score is Loss, but {space.Networks[0].Type.Name} has the loss {space.Networks[0].Description.Loss} and {other.Type.Name} has {other.Description.Loss}, which cannot be compared: take SearchScore.Accuracy or R2, or declare the networks with one loss.");
        }
    }

    private static bool HasLossOf(NetworkKind kind, NetworkKind first) =>
        string.Equals(kind.Description.Loss, first.Description.Loss, StringComparison.OrdinalIgnoreCase);

    private static ArgumentException Contradiction(FormattableString what) => new(SettingRange.Invariant(what), "options");
}
