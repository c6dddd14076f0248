using System;

namespace Mlp.Training;

/// <summary>How a training is done. Immutable: <c>options with { Seed = 2 }</c> is another one. Each value is checked where it is set.</summary>
public sealed record TrainerOptions
{
    /// <summary>How many times at most the whole data is passed through, 1 or more.</summary>
    public int Epochs
    {
        get;
        init => field = Hyperparameter.AtLeast(value, 1, nameof(Epochs));
    }

    = 100;

    /// <summary>
    /// The number of samples of a step, 1 or more; more than there are mean all of them. What remains of an epoch is a smaller
    /// batch of its own.
    /// </summary>
    public int BatchSize
    {
        get;
        init => field = Hyperparameter.AtLeast(value, 1, nameof(BatchSize));
    }

    = 32;

    /// <summary>The learning rate over time; a number is a constant one. It is asked before each step and told each epoch's monitored loss.</summary>
    public LearningRateSchedule Schedule
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Schedule), "Schedule is null, but must be a schedule or a number.");
    }

    = new ConstantSchedule(0.01);

    /// <summary>
    /// Stop when the monitored loss has not improved for this many epochs in a row, 1 or more; without it no epoch is too many.
    /// </summary>
    public int? Patience
    {
        get;
        init => field = value is { } epochs ? Hyperparameter.AtLeast(epochs, 1, nameof(Patience)) : null;
    }

    /// <summary>
    /// What counts as an improvement for the patience: a loss below that of the last improvement by more than this; finite, 0
    /// or more. It has no part in which parameters are best: those of the smallest loss are.
    /// </summary>
    public double MinimumImprovement
    {
        get;
        init => field = Hyperparameter.NotNegative(value, nameof(MinimumImprovement));
    }

    /// <summary>Samples to measure each epoch with, which are not learned from. Not together with <see cref="ValidationFraction"/>.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>
    /// The part of the data that is held out for validation, above 0 and below 1: the held-out part of
    /// <see cref="Dataset.Split"/> with <see cref="Seed"/>, and with labels every class is split alike.
    /// </summary>
    public double? ValidationFraction
    {
        get;
        init => field = value is { } fraction ? Hyperparameter.Fraction(fraction, nameof(ValidationFraction)) : null;
    }

    /// <summary>
    /// Stop when the norm of an epoch's mean gradient is this small, finite and above 0: the optimality condition of
    /// [Lecture 3]. With one batch an epoch it is the gradient of all data.
    /// </summary>
    public double? GradientTolerance
    {
        get;
        init => field = value is { } norm ? Hyperparameter.Positive(norm, nameof(GradientTolerance)) : null;
    }

    /// <summary>A batch's gradient whose Euclidean norm over all layers is larger is scaled down to this norm, finite and above 0.</summary>
    public double? ClipNorm
    {
        get;
        init => field = value is { } norm ? Hyperparameter.Positive(norm, nameof(ClipNorm)) : null;
    }

    /// <summary>
    /// Whether reports have the norm of each layer's gradient. This, <see cref="GradientTolerance"/> and
    /// <see cref="ClipNorm"/> need the gradient by itself, which makes steps slower.
    /// </summary>
    public bool MeasureGradients { get; init; }

    /// <summary>Whether each epoch has an order of its own; otherwise samples come in the order of the data.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Any number: the same seed gives the same split and the same orders. Initial parameters are the network's own.</summary>
    public ulong Seed { get; init; }

    internal bool NeedsGradient => MeasureGradients || GradientTolerance is not null || ClipNorm is not null;
}
