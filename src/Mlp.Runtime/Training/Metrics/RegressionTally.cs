using System;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>
/// The measures of a <see cref="RegressionReport"/>, added up a chunk of samples at a time: the targets twice, for their means come
/// first. For targets that would be too many to have at once, as those that labels become.
/// </summary>
/// <param name="targetCount">The number of targets of a sample, 1 or more.</param>
internal sealed class RegressionTally(int targetCount)
{
    private readonly CompensatedSum[] _targets = new CompensatedSum[targetCount];
    private readonly CompensatedSum[] _squaredErrors = new CompensatedSum[targetCount];
    private readonly CompensatedSum[] _squaredDeviations = new CompensatedSum[targetCount];
    private readonly double[] _means = new double[targetCount];
    private CompensatedSum _absoluteErrors;
    private int _samples;

    /// <summary>Adds the targets of a chunk to their means. All chunks come before the first call of <see cref="Add"/>.</summary>
    internal void AddToMeans(ReadOnlySpan<float> targets)
    {
        _samples += targets.Length / targetCount;
        for (int index = 0, column = 0; index < targets.Length; index++)
        {
            _targets[column].Add(targets[index]);
            column = column + 1 < targetCount ? column + 1 : 0;
        }

        for (int column = 0; column < targetCount; column++)
        {
            _means[column] = _targets[column].Mean(_samples);
        }
    }

    /// <summary>Adds the errors of a chunk.</summary>
    internal void Add(ReadOnlySpan<float> targets, ReadOnlySpan<float> predictions)
    {
        for (int index = 0, column = 0; index < targets.Length; index++)
        {
            double error = (double)targets[index] - predictions[index];
            double deviation = targets[index] - _means[column];
            _absoluteErrors.Add(Math.Abs(error));
            _squaredErrors[column].Add(error * error);
            _squaredDeviations[column].Add(deviation * deviation);
            column = column + 1 < targetCount ? column + 1 : 0;
        }
    }

    /// <summary>The measures of all samples.</summary>
    internal RegressionReport Report()
    {
        double roots = 0;
        double explained = 0;
        for (int column = 0; column < targetCount; column++)
        {
            roots += Math.Sqrt(_squaredErrors[column].Value / _samples);
            explained += RegressionMetrics.Explained(_squaredErrors[column].Value, _squaredDeviations[column].Value);
        }

        // As many values as no int counts.
        double meanAbsoluteError = _absoluteErrors.Value / ((double)_samples * targetCount);
        return new RegressionReport(_samples, meanAbsoluteError, roots / targetCount, _samples < 2 ? double.NaN : explained / targetCount);
    }
}
