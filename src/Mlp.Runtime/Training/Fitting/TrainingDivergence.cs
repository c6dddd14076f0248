using System;
using System.Globalization;
using System.Text;

namespace Mlp.Training;

/// <summary>How a training diverged, and which numbers were too large.</summary>
/// <param name="Epoch">The epoch in which it showed, counted from 1.</param>
/// <param name="Step">How many steps had been taken before it showed: 0 where the first batch gave no finite loss.</param>
/// <param name="Loss">The loss that showed it: NaN, infinite, or far above that of the start.</param>
/// <param name="LearningRate">The learning rate of the last step; 0 with a line search.</param>
/// <param name="LargestFeature">The largest |feature| of the samples that were learned from.</param>
/// <param name="LargestTarget">The largest |target| of them; null for labels.</param>
public sealed record TrainingDivergence(int Epoch, long Step, double Loss, double LearningRate, double LargestFeature, double? LargestTarget)
{
    // Standardised values are hardly ever beyond.
    private const double FarFromOne = 10;

    /// <summary>Whether the targets may be scaled: not where they are counts, or have gone through a scaler.</summary>
    internal bool MayScaleTargets { get; init; }

    /// <summary>Whether the features may be scaled: not where they have gone through a scaler.</summary>
    internal bool MayScaleFeatures { get; init; }

    /// <summary>The likely cause and what to do, as one or more sentences; the same under every culture.</summary>
    public string Cause
    {
        get
        {
            var text = new StringBuilder();
            if (Step == 0)
            {
                text.Append("The parameters that it began with give no finite loss for these samples. ");
            }

            int before = text.Length;
            if (MayScaleTargets && LargestTarget > FarFromOne)
            {
                text.Append(CultureInfo.InvariantCulture, $"Targets reach {LargestTarget:G4}: scale them, with StandardScaler.FitTargets(training).TransformTargets(training). ");
            }

            if (MayScaleFeatures && LargestFeature > FarFromOne)
            {
                text.Append(CultureInfo.InvariantCulture, $"Features reach {LargestFeature:G4}: scale them, with StandardScaler.Fit(training).Transform(training). ");
            }

            string otherwise = text.Length > before ? "If that is not enough, the" : "The";
            if (Step == 0)
            {
                text.Append(otherwise).Append(" network has to begin with other parameters: Initialize it, or load other weights. ");
            }
            else if (LearningRate > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{otherwise} learning rate {LearningRate:G4} is too high: try a tenth, {LearningRate / 10:G4}. ");
            }

            return text.ToString().TrimEnd();
        }
    }

    /// <summary>When and how the divergence showed, and the likely cause; the same under every culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"The training diverged in epoch {Epoch}: the loss was {Loss:G4}. {Cause}");

    /// <summary>Reads what was so large off the samples that were learned from.</summary>
    /// <param name="training">The samples.</param>
    /// <param name="loss">The name of the network's loss; none where it is not known.</param>
    internal TrainingDivergence ReadOff(Dataset training, string? loss)
    {
        double feature = 0;
        double target = 0;
        for (int row = 0; row < training.Count; row++)
        {
            feature = Math.Max(feature, Largest(training.Features(row)));
            target = training.HasLabels ? 0 : Math.Max(target, Largest(training.Targets(row)));
        }

        return this with
        {
            LargestFeature = feature,
            LargestTarget = training.HasLabels ? null : target,
            MayScaleFeatures = training.Scaler is null,

            // Probabilities and counts are what they are.
            MayScaleTargets = !training.HasLabels && training.TargetScaler is null
                && (loss is null || loss.Equals(Mlp.Loss.SquaredError, StringComparison.OrdinalIgnoreCase)),
        };
    }

    private static float Largest(ReadOnlySpan<float> values)
    {
        float largest = 0;
        foreach (float value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
