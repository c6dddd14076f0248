using System;
using System.Linq;
using System.Threading;
using Mlp.Searching.Space;
using Mlp.Training;

namespace Mlp.Searching.Trials;

/// <summary>The folds of a search, the same for all of its trials. Each is prepared once, when a trial first asks for it, and may be read by many threads.</summary>
internal sealed class PreparedFolds
{
    private readonly Lazy<PreparedFold>[] _folds;

    /// <summary>Divides the samples.</summary>
    /// <exception cref="ArgumentException">They are not those of the definition.</exception>
    internal PreparedFolds(SearchDefinition definition, Dataset data)
    {
        DatasetSplit[] splits = definition.Folds == 1
            ? [data.Split(definition.ValidationFraction, definition.Seed)]
            : data.Folds(definition.Folds, definition.Seed);
        _folds = [.. splits.Select(split => new Lazy<PreparedFold>(() => Prepare(split, definition), LazyThreadSafetyMode.ExecutionAndPublication))];
    }

    /// <summary>The number of folds.</summary>
    internal int Count => _folds.Length;

    /// <summary>One fold.</summary>
    internal PreparedFold this[int fold] => _folds[fold].Value;

    private static PreparedFold Prepare(DatasetSplit split, SearchDefinition definition)
    {
        (Dataset training, Dataset heldOut) = (split.Training, split.HeldOut);
        if (Fit(definition.Scaler, training, targets: false) is { } scaler)
        {
            (training, heldOut) = (scaler.Transform(training), scaler.Transform(heldOut));
        }

        if (Fit(definition.TargetScaler, split.Training, targets: true) is { } targetScaler)
        {
            (training, heldOut) = (targetScaler.TransformTargets(training), targetScaler.TransformTargets(heldOut));
        }

        // One behind the other, read by every trial: a view would be gathered anew by each epoch of each of them.
        return new PreparedFold(training, heldOut.Compact());
    }

    private static FeatureScaler? Fit(SearchScaler scaler, Dataset training, bool targets) => scaler switch
    {
        SearchScaler.Standard => targets ? StandardScaler.FitTargets(training) : StandardScaler.Fit(training),
        SearchScaler.MinMax => targets ? MinMaxScaler.FitTargets(training) : MinMaxScaler.Fit(training),
        _ => null,
    };
}
