using System;
using System.Text.Json.Serialization;
using Mlp.Searching.Space;
using Mlp.Training;
using Orleans;

namespace Mlp.Searching;

/// <summary>
/// How a learning rate changes with time, as data: a search may list several of them, and each begins at the learning rate of its trial. Immutable,
/// equal by value.
/// </summary>
/// <example><code>space.Schedule(RateSchedule.Constant, RateSchedule.Cosine(), RateSchedule.StepDecay(period: 20).WithWarmUp(3))</code></example>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.RateSchedule")]
public sealed record RateSchedule
{
    [JsonConstructor]
    private RateSchedule()
    {
    }

    /// <summary>The same rate at all times.</summary>
    public static RateSchedule Constant { get; } = new();

    /// <summary>Which schedule it is.</summary>
    [Id(0)]
    [JsonInclude]
    internal ScheduleKind Kind { get; init; }

    /// <summary>The factor, the power or the smallest part.</summary>
    [Id(1)]
    [JsonInclude]
    internal double Number { get; init; }

    /// <summary>The period, the hold or the patience, in epochs.</summary>
    [Id(2)]
    [JsonInclude]
    internal int Length { get; init; }

    /// <summary>The epochs of a linear warm-up; 0 for none.</summary>
    [Id(3)]
    [JsonInclude]
    internal int WarmUp { get; init; }

    /// <summary>Half a cosine over all epochs of the search: <see cref="CosineSchedule"/>.</summary>
    /// <param name="minimum">What is left of the rate at the end, as a part of it: 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is outside its range.</exception>
    public static RateSchedule Cosine(double minimum = 0) =>
        new() { Kind = ScheduleKind.Cosine, Number = SettingRange.Between(minimum, 0, 1, nameof(minimum)) };

    /// <summary>A staircase: <see cref="StepDecaySchedule"/>.</summary>
    /// <param name="period">How many epochs a rate is kept, 1 or more.</param>
    /// <param name="factor">What the rate is multiplied by, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RateSchedule StepDecay(int period, double factor = 0.1) => new()
    {
        Kind = ScheduleKind.StepDecay,
        Length = SettingRange.AtLeast(period, 1, nameof(period)),
        Number = SettingRange.Fraction(factor, nameof(factor)),
    };

    /// <summary>The rate over a power of the epochs: <see cref="InverseScalingSchedule"/>.</summary>
    /// <param name="power">The exponent, finite and 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is outside its range.</exception>
    public static RateSchedule InverseScaling(double power = 0.5) =>
        new() { Kind = ScheduleKind.InverseScaling, Number = SettingRange.NotNegative(power, nameof(power)) };

    /// <summary>The rate for a while, then falling as 1/k: <see cref="AnnealingSchedule"/>.</summary>
    /// <param name="hold">For how many epochs the rate is kept, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public static RateSchedule Annealing(int hold = 1) =>
        new() { Kind = ScheduleKind.Annealing, Length = SettingRange.AtLeast(hold, 1, nameof(hold)) };

    /// <summary>The rate times a factor where the held-out loss has stopped falling: <see cref="ReduceOnPlateauSchedule"/>.</summary>
    /// <param name="factor">What the rate is multiplied by, above 0 and below 1.</param>
    /// <param name="patience">How many bad epochs in a row are borne, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RateSchedule ReduceOnPlateau(double factor = 0.1, int patience = 10) => new()
    {
        Kind = ScheduleKind.ReduceOnPlateau,
        Number = SettingRange.Fraction(factor, nameof(factor)),
        Length = SettingRange.AtLeast(patience, 0, nameof(patience)),
    };

    /// <summary>The same schedule with a linear warm-up before it: <see cref="WarmUpSchedule"/>.</summary>
    /// <param name="epochs">From which epoch on the rate is full, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public RateSchedule WithWarmUp(int epochs) => this with { WarmUp = SettingRange.AtLeast(epochs, 1, nameof(epochs)) };

    /// <summary>The schedule of a training: what a trial of a search was trained with.</summary>
    /// <param name="learningRate">The rate at which it begins, finite and above 0.</param>
    /// <param name="epochs">The epochs of the search, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public LearningRateSchedule ToSchedule(double learningRate, int epochs)
    {
        SettingRange.Rate(learningRate, nameof(learningRate));
        SettingRange.AtLeast(epochs, 1, nameof(epochs));
        LearningRateSchedule schedule = Kind switch
        {
            ScheduleKind.Cosine => new CosineSchedule(learningRate, epochs, Number * learningRate),
            ScheduleKind.StepDecay => new StepDecaySchedule(learningRate, Length, Number),
            ScheduleKind.InverseScaling => new InverseScalingSchedule(learningRate, Number),
            ScheduleKind.Annealing => new AnnealingSchedule(learningRate, Length),
            ScheduleKind.ReduceOnPlateau => new ReduceOnPlateauSchedule(learningRate, Number, Length),
            _ => new ConstantSchedule(learningRate),
        };
        return WarmUp == 0 ? schedule : new WarmUpSchedule(WarmUp, schedule);
    }

    /// <summary>Its name and numbers, such as <c>step-decay(20; 0.1) after 3 warm-up</c>; the same under every culture.</summary>
    public override string ToString()
    {
        string name = Kind switch
        {
            ScheduleKind.Cosine => SettingRange.Invariant($"cosine({Number:R})"),
            ScheduleKind.StepDecay => SettingRange.Invariant($"step-decay({Length}; {Number:R})"),
            ScheduleKind.InverseScaling => SettingRange.Invariant($"inverse-scaling({Number:R})"),
            ScheduleKind.Annealing => SettingRange.Invariant($"annealing({Length})"),
            ScheduleKind.ReduceOnPlateau => SettingRange.Invariant($"reduce-on-plateau({Number:R}; {Length})"),
            _ => "constant",
        };
        return WarmUp == 0 ? name : SettingRange.Invariant($"{name} after {WarmUp} warm-up");
    }
}
