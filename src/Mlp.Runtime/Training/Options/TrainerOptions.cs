using System;
using System.Collections.Generic;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>How a training is done. Immutable: <c>options with { Seed = 2 }</c> is another one. Each value is checked where it is set.</summary>
public sealed record TrainerOptions
{
    private const int DefaultBatchSize = 32;

    // Remembered apart from the default: only what was chosen can contradict another choice.
    private readonly int? _batchSize;
    private readonly RateChoice _rate = RateChoice.None;

    /// <summary>The largest number of passes over the whole data, 1 or more.</summary>
    public int Epochs
    {
        get;
        init => field = Hyperparameter.AtLeast(value, 1, nameof(Epochs));
    }

    = 100;

    /// <summary>
    /// The number of samples in a step, 1 or more; if there are fewer samples, a step uses all of them. The samples left at the
    /// end of an epoch are a smaller batch. The default is 32; with a <see cref="LineSearch"/> it is all samples.
    /// </summary>
    public int BatchSize
    {
        get => _batchSize ?? DefaultBatchSize;
        init => _batchSize = Hyperparameter.AtLeast(value, 1, nameof(BatchSize));
    }

    /// <summary>
    /// The learning rate over time; a number is a constant rate. The schedule gives the rate before each step, and gets the
    /// monitored loss after each epoch. The default is 0.01. Not together with <see cref="LearningRate"/> or
    /// <see cref="LineSearch"/>; in a <c>with</c> expression it replaces a rate that was chosen before.
    /// </summary>
    public LearningRateSchedule Schedule
    {
        get => _rate.Schedule;
        init => _rate = _rate.Replace(
            this, value ?? throw new ArgumentNullException(nameof(Schedule), "Schedule is null, but must be a schedule or a number."), nameof(Schedule));
    }

    /// <summary>
    /// A constant learning rate, finite and above 0: short for a <see cref="Schedule"/> of that number. Null if the rate of the
    /// schedule changes.
    /// </summary>
    public double? LearningRate
    {
        get => (_rate.Schedule as ConstantSchedule)?.Rate;
        init => _rate = value is { } rate
            ? _rate.Replace(this, Hyperparameter.Rate(rate, nameof(LearningRate)), nameof(LearningRate))
            : _rate.WithoutRate();
    }

    /// <summary>
    /// Stop when the monitored loss has not improved for this many epochs in a row, 1 or more. Without it, all epochs are
    /// trained.
    /// </summary>
    public int? Patience
    {
        get;
        init => field = value is { } epochs ? Hyperparameter.AtLeast(epochs, 1, nameof(Patience)) : null;
    }

    /// <summary>
    /// What counts as an improvement for the patience: a loss below that of the last improvement by more than this; finite, 0 or
    /// more. The best parameters do not depend on it: they are those of the smallest loss.
    /// </summary>
    public double MinimumImprovement
    {
        get;
        init => field = Hyperparameter.NotNegative(value, nameof(MinimumImprovement));
    }

    /// <summary>
    /// Samples that each epoch is measured on. The network does not learn from them. Not together with
    /// <see cref="ValidationFraction"/>.
    /// </summary>
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

    /// <summary>
    /// If the Euclidean norm of a batch's gradient, over all layers, is larger than this, the gradient is scaled down to this
    /// norm; finite and above 0. Not together with <see cref="LineSearch"/>.
    /// </summary>
    public double? ClipNorm
    {
        get;
        init => field = value is { } norm ? Hyperparameter.Positive(norm, nameof(ClipNorm)) : null;
    }

    /// <summary>
    /// λ, finite and 0 or more: λ θ is added to the gradient of weights before each step, which is the gradient of ½ λ Σ θ². With
    /// AdamW, weights shrink by α λ before each step instead. It joins what the network was declared with
    /// (<see cref="NetworkTrainingAttribute.WeightDecay"/>): of gradients the sum counts, of AdamW the product of both factors. Losses
    /// do not include it. The default is 0. Not together with <see cref="LineSearch"/>.
    /// </summary>
    /// <remarks>
    /// It draws what the network's own decay draws: weights, and neither biases nor the slopes of a PReLU. As that does, it comes
    /// behind <see cref="ClipNorm"/> and is no part of what <see cref="MeasureGradients"/> and <see cref="GradientTolerance"/> measure.
    /// </remarks>
    public double WeightDecay
    {
        get;
        init => field = Hyperparameter.NotNegative(value, nameof(WeightDecay)) > 0 ? Hyperparameter.Rate(value, nameof(WeightDecay)) : 0;
    }

    /// <summary>
    /// Whether reports have the norm of each layer's gradient. This, <see cref="GradientTolerance"/>,
    /// <see cref="ClipNorm"/> and <see cref="WeightDecay"/> need the gradient by itself, which makes steps slower.
    /// </summary>
    public bool MeasureGradients { get; init; }

    /// <summary>Whether each epoch has an order of its own; otherwise samples come in the order of the data.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Any number: the same seed gives the same split and the same orders. Initial parameters are the network's own.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// How much the samples of each class count; without it, all classes count alike. For data with labels. These weights
    /// multiply <see cref="SampleWeights"/>.
    /// </summary>
    public ClassWeights? ClassWeights { get; init; }

    /// <summary>
    /// How much each sample counts; without it, all samples count alike. One weight for each row of the data that is given to
    /// <see cref="Trainer"/>, each finite and 0 or more. A weight follows its row when a part is held out and when samples are
    /// shuffled. The weights are copied.
    /// </summary>
    /// <remarks>
    /// All weights, those of classes included, are scaled once, so that their mean over the samples to learn from is 1. So only
    /// their ratios matter, and the same learning rate fits with and without weights. What is minimised is (1/n) Σ wᵢ ℓᵢ; the
    /// gradient of a batch of b samples is (1/b) Σ wᵢ ∂ℓᵢ/∂θ, whose mean over the batches of an epoch is the gradient of all
    /// samples. Training losses in reports are weighted, validation is not.
    /// </remarks>
    public IReadOnlyList<float>? SampleWeights
    {
        get;
        init => field = value is null ? null : TrainingWeights.Copy(value, nameof(SampleWeights));
    }

    /// <summary>
    /// How many threads share a batch, 1 or more: each makes the gradient of a slice of its samples, and the slices are added
    /// up in a fixed order. For one degree a training gives the same result, bit for bit; another degree rounds differently, but for a network
    /// that is <see cref="NetworkTrainingAttribute.Deterministic"/>: its slices depend on the batch alone, whole blocks of 64 samples, 8 slices at most.
    /// </summary>
    /// <remarks>
    /// Slices are whole blocks of 16 samples, so a batch of 16 or fewer stays on one thread. Several threads are faster if a
    /// batch takes some tens of µs or more; more threads than processors never are. The threads live as long as the training.
    /// </remarks>
    public int DegreeOfParallelism
    {
        get;
        init => field = Hyperparameter.AtLeast(value, 1, nameof(DegreeOfParallelism));
    }

    = 1;

    /// <summary>
    /// Gradient descent on all samples at once: an epoch is one step along −∇L, whose length this search finds, beginning with
    /// its initial step [Lecture 3]. For networks whose optimizer is SGD without weight decay, L1 and Dropout, and not together with
    /// <see cref="Schedule"/>, <see cref="LearningRate"/>, <see cref="ClipNorm"/>, <see cref="WeightDecay"/> or a smaller <see cref="BatchSize"/>; the order
    /// of samples has no meaning. Without it, minibatches.
    /// </summary>
    /// <remarks>
    /// The loss of the samples never rises. The training ends with <see cref="StopReason.NoDecrease"/> when no step makes it fall
    /// any more. With a network that computes in <see cref="float"/>, that is as close to a minimum as this method gets.
    /// </remarks>
    public BacktrackingLineSearch? LineSearch { get; init; }

    /// <summary>
    /// Is told after each epoch, on the thread that trains, behind the epoch's report: <see cref="TrainingCheckpoint.Save(string)"/> it there,
    /// and the training can be resumed from that epoch. Not after an epoch that diverged. The checkpoint has no copy of the training:
    /// it can be saved until the call returns. An exception ends the training and reaches its caller.
    /// </summary>
    /// <remarks>
    /// Without it an epoch costs nothing more. With it, one that is not saved costs next to nothing. Emitted networks, structs too, can
    /// always be resumed. One that is written by hand must have a <see cref="IPredictor{TSelf}.Description"/>; if its optimizer remembers anything,
    /// or it has a Dropout, it must be an <see cref="CompilerServices.IResumableTraining"/>. If it is trained by plain gradient descent, its parameters are all there is.
    /// Not for <see cref="Trainer.CrossValidate"/>, which trains many networks.
    /// </remarks>
    public Action<TrainingCheckpoint>? Checkpoint { get; init; }

    /// <summary>
    /// The checkpoint to go on from, loaded by <see cref="TrainingCheckpoint.Load{TNetwork}(string)"/>. The network's parameters and what its
    /// optimizer remembers are replaced, and the training goes on as if it had not been interrupted, to the last bit; the result has
    /// the reports of all epochs. <see cref="Epochs"/> counts from the first of them, and may be more than it was. Everything else
    /// that the numbers follow from must be as it was, the samples too.
    /// </summary>
    /// <remarks>
    /// What neither samples nor options show must be the same as well: the declaration of the network with the constants of its optimizer, a schedule of
    /// one's own (<see cref="LearningRateSchedule"/>), and, for the last bit, the kind of machine.
    /// </remarks>
    public TrainingCheckpoint? Resume { get; init; }

    /// <summary>The batch size that was chosen; none where it is the default.</summary>
    internal int? ChosenBatchSize => _batchSize;

    /// <summary>The option that chose the learning rate: Schedule or LearningRate; none where it is the default.</summary>
    internal string? RateOption => _rate.Option;

    internal bool HasWeights => ClassWeights is not null || SampleWeights is not null;

    internal bool NeedsSlices => HasWeights || DegreeOfParallelism > 1;

    internal bool NeedsGradient => MeasureGradients || GradientTolerance is not null || ClipNorm is not null || WeightDecay > 0;
}
