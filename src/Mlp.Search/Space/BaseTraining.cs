using System;
using System.Linq;
using Mlp.Training;
using Orleans;

namespace Mlp.Searching.Space;

/// <summary>What of a training is not searched, as data: the part of <see cref="TrainerOptions"/> that a search leaves to its caller.</summary>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.BaseTraining")]
internal sealed record BaseTraining
{
    private static readonly TrainerOptions Defaults = new();

    /// <summary>The learning rate where it is no axis.</summary>
    [Id(0)]
    public double LearningRate { get; init; }

    /// <summary>The batch size where it is no axis.</summary>
    [Id(1)]
    public int BatchSize { get; init; }

    /// <summary>The weight decay where it is no axis.</summary>
    [Id(2)]
    public double WeightDecay { get; init; }

    /// <summary>The patience where it is no axis; none without it.</summary>
    [Id(3)]
    public int? Patience { get; init; }

    /// <summary>The largest norm of a gradient where it is no axis; none without it.</summary>
    [Id(4)]
    public double? ClipNorm { get; init; }

    /// <summary>What counts as an improvement.</summary>
    [Id(5)]
    public double MinimumImprovement { get; init; }

    /// <summary>The norm of a gradient at which a training ends; none without it.</summary>
    [Id(6)]
    public double? GradientTolerance { get; init; }

    /// <summary>Whether each epoch has an order of its own.</summary>
    [Id(7)]
    public bool Shuffle { get; init; }

    /// <summary>Whether classes count alike however many samples they have.</summary>
    [Id(8)]
    public bool BalancesClasses { get; init; }

    /// <summary>The weight of each class; none where all count alike or are balanced.</summary>
    [Id(9)]
    public double[]? ClassWeights { get; init; }

    /// <summary>Takes what a search leaves to its caller.</summary>
    /// <exception cref="ArgumentException">The options have what a search decides itself, or what the space has an axis of.</exception>
    internal static BaseTraining Of(TrainerOptions options, SearchSpace space)
    {
        RequireLeft(options);
        RequireNoAxis(options, space);
        ClassWeights? weights = options.ClassWeights;
        return new BaseTraining
        {
            LearningRate = options.LearningRate!.Value,
            BatchSize = options.BatchSize,
            WeightDecay = options.WeightDecay,
            Patience = options.Patience,
            ClipNorm = options.ClipNorm,
            MinimumImprovement = options.MinimumImprovement,
            GradientTolerance = options.GradientTolerance,
            Shuffle = options.Shuffle,
            BalancesClasses = weights is { Weights: null },
            ClassWeights = weights?.Weights?.ToArray(),
        };
    }

    private static void RequireLeft(TrainerOptions options)
    {
        Refuse(options.Epochs != Defaults.Epochs, nameof(options.Epochs), "set Epochs of the SearchOptions");
        Refuse(options.Seed != Defaults.Seed, nameof(options.Seed), "set Seed of the SearchOptions: each trial has a seed of its own that follows from it");
        Refuse(options.Validation is not null, nameof(options.Validation), "leave it out, for trials are measured on what their folds hold out");
        Refuse(options.ValidationFraction is not null, nameof(options.ValidationFraction), "set ValidationFraction of the SearchOptions");
        Refuse(options.SampleWeights is not null, nameof(options.SampleWeights), "use ClassWeights, or leave it out: weights of single samples do not travel with a search");
        Refuse(options.DegreeOfParallelism != Defaults.DegreeOfParallelism, nameof(options.DegreeOfParallelism), "leave it at 1, for trials run side by side: Workers of the SearchOptions says how many");
        Refuse(options.LineSearch is not null, nameof(options.LineSearch), "leave it out, for a search is one of minibatch trainings");
        Refuse(options.MeasureGradients, nameof(options.MeasureGradients), "leave it out, for nobody sees the reports of the epochs");
        Refuse(options.Checkpoint is not null, nameof(options.Checkpoint), "leave it out, for a search keeps where its trials stand by itself");
        Refuse(options.Resume is not null, nameof(options.Resume), "leave it out: a search goes on by its Name");
        Refuse(options.LearningRate is null, nameof(options.Schedule), "name schedules with Schedule of the space, as in space.Schedule(RateSchedule.Cosine()), and the rate with LearningRate");
    }

    private static void RequireNoAxis(TrainerOptions options, SearchSpace space)
    {
        RequireOne(options.LearningRate != Defaults.LearningRate, AxisName.LearningRate);
        RequireOne(options.BatchSize != Defaults.BatchSize, AxisName.BatchSize);
        RequireOne(options.WeightDecay != Defaults.WeightDecay, AxisName.WeightDecay);
        RequireOne(options.Patience is not null, AxisName.Patience);
        RequireOne(options.ClipNorm is not null, AxisName.ClipNorm);

        void RequireOne(bool isSet, AxisName axis) => Refuse(
            isSet && space.Axes.Any(known => known.Name == axis), axis.ToString(), $"leave it out, for the space has the axis {axis}");
    }

    private static void Refuse(bool isSet, string option, string advice)
    {
        if (isSet)
        {
            throw new ArgumentException($"Training of the options has {option}: {advice}.", "options");
        }
    }
}
