using System.Globalization;
using System.Text;

namespace Mlp.Searching;

/// <summary>What a trial was trained with, apart from its network: enough to train it once more by hand.</summary>
public sealed record TrialSettings
{
    /// <summary>The learning rate, at which the schedule begins.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The number of samples in a step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>How strongly steps draw weights to zero; 0 for not at all.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>After how many epochs without an improvement the training ends; null where it goes on.</summary>
    public int? Patience { get; init; }

    /// <summary>The largest norm of a batch's gradient; null where gradients stay as they are.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>How the learning rate changes with time.</summary>
    public required RateSchedule Schedule { get; init; }

    /// <summary>Such as <c>rate 0.01, batch 32, patience 5</c>: what is set, the same under every culture.</summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        StringBuilder text = new StringBuilder().Append(culture, $"rate {LearningRate:G4}, batch {BatchSize}");
        Append(WeightDecay > 0, "decay", WeightDecay);
        Append(Patience is not null, "patience", Patience ?? 0);
        Append(ClipNorm is not null, "clip", ClipNorm ?? 0);
        return Schedule == RateSchedule.Constant ? text.ToString() : text.Append(culture, $", {Schedule}").ToString();

        void Append(bool isSet, string name, double value)
        {
            if (isSet)
            {
                text.Append(culture, $", {name} {value:G4}");
            }
        }
    }
}
