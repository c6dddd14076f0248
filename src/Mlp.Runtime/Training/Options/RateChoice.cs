using System;

namespace Mlp.Training;

/// <summary>
/// What was chosen as the learning rate of options: a number, a schedule or nothing. It knows which options chose it, so that
/// choosing both at once is told from replacing what other options chose.
/// </summary>
internal sealed class RateChoice : IEquatable<RateChoice>
{
    private static readonly LearningRateSchedule DefaultSchedule = new ConstantSchedule(0.01);

    // The options whose initializer made the choice. A copy made by a with expression is another object; it has not chosen yet.
    private readonly TrainerOptions? _chooser;

    private RateChoice(TrainerOptions? chooser, LearningRateSchedule schedule, string? option)
    {
        _chooser = chooser;
        Schedule = schedule;
        Option = option;
    }

    /// <summary>Nothing was chosen: the default rate.</summary>
    internal static RateChoice None { get; } = new(null, DefaultSchedule, null);

    /// <summary>The schedule; a number is a constant one.</summary>
    internal LearningRateSchedule Schedule { get; }

    /// <summary>The option that was set; none where it is the default.</summary>
    internal string? Option { get; }

    /// <summary>The choice of some options that replaces this one.</summary>
    /// <param name="chooser">The options whose initializer chooses.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="option">The option that is set.</param>
    /// <exception cref="ArgumentException">The same initializer has set the other option.</exception>
    internal RateChoice Replace(TrainerOptions chooser, LearningRateSchedule schedule, string option) =>
        Option is null || Option == option || !ReferenceEquals(_chooser, chooser)
            ? new RateChoice(chooser, schedule, option)
            : throw new ArgumentException(
                $"options has both {nameof(TrainerOptions.LearningRate)} and {nameof(TrainerOptions.Schedule)}, but a LearningRate is a schedule, the constant one: set one of them.", option);

    /// <summary>The choice without a number: the default where one was chosen.</summary>
    internal RateChoice WithoutRate() => Option == nameof(TrainerOptions.LearningRate) ? None : this;

    /// <summary>Whether it is the same schedule, whoever chose it.</summary>
    public bool Equals(RateChoice? other) => other is not null && Equals(Schedule, other.Schedule) && Option == other.Option;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RateChoice);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Schedule, Option);
}
