using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Mlp.Training;

/// <summary>What one epoch achieved.</summary>
public sealed record EpochReport
{
    /// <summary>The number of the epoch, counted from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>
    /// The mean over the epoch's samples of weight times loss, measured before the step that used the sample, as in Keras and
    /// scikit-learn. It needs no pass over the data of its own. With a <see cref="TrainerOptions.LineSearch"/> it is the loss
    /// after the step, which the search has computed.
    /// </summary>
    public required double TrainingLoss { get; init; }

    /// <summary>The mean loss over the validation data after the epoch; none without validation data.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>The part of validation samples whose label is predicted, 0 to 1; none without labels to validate with.</summary>
    public double? Accuracy { get; init; }

    /// <summary>R² of the validation targets, NaN for a single sample; none without targets to validate with.</summary>
    public double? R2 { get; init; }

    /// <summary>The learning rate of the epoch's last step; with a line search the step that it found, 0 if none.</summary>
    public required double LearningRate { get; init; }

    /// <summary>
    /// The Euclidean norm of the epoch's mean gradient, before clipping; none where
    /// <see cref="TrainerOptions.MeasureGradients"/> and <see cref="TrainerOptions.GradientTolerance"/> ask for none.
    /// </summary>
    public double? GradientNorm { get; init; }

    /// <summary>
    /// The same norm for each layer, input side first, so that vanishing and exploding gradients show; empty where
    /// <see cref="TrainerOptions.MeasureGradients"/> does not ask for it.
    /// </summary>
    public IReadOnlyList<double> LayerGradientNorms { get; init; } = [];

    /// <summary>Training samples a second in this epoch, validation left out.</summary>
    public required double SamplesPerSecond { get; init; }

    /// <summary>The time from the start of the training to the end of this epoch.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>
    /// The loss that decides the best parameters, and that patience and schedules use: the validation loss if there is one,
    /// otherwise the training loss.
    /// </summary>
    public double MonitoredLoss => ValidationLoss ?? TrainingLoss;

    /// <summary>The report as one line of text, the same under every culture.</summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        StringBuilder text = new StringBuilder().Append(culture, $"epoch {Epoch,4}   loss {TrainingLoss:G5}");
        Append("validation", ValidationLoss, "G5");
        Append("accuracy", Accuracy, "F4");
        Append("R²", R2, "F4");
        Append("rate", LearningRate, "G4");
        Append("gradient", GradientNorm, "G4");
        return text.Append(culture, $"   {SamplesPerSecond:F0} samples/s").ToString();

        void Append(string name, double? value, string format)
        {
            if (value is { } number)
            {
                text.Append("   ").Append(name).Append(' ').Append(number.ToString(format, culture));
            }
        }
    }
}
