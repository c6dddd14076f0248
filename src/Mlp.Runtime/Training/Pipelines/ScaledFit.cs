using System;
using System.Threading;

namespace Mlp.Training;

/// <summary>A fit whose scalers are fitted first, on the samples to learn from and no others.</summary>
internal static class ScaledFit
{
    /// <summary>Fits scalers, brings all data to them, and fits the network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples as they were measured; those that were scaled before stay as they are.</param>
    /// <param name="options">How to train. Validation data is brought to the scalers too.</param>
    /// <param name="scaler">Fits a scaler of the features; none where they are not scaled.</param>
    /// <param name="targetScaler">Fits a scaler of the targets; none where they are not scaled.</param>
    /// <param name="progress">Is told each epoch's report.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <returns>How it went, and what the numbers mean that the network was fitted on.</returns>
    internal static (TrainingResult Result, DataSchema Schema) Run<TNetwork>(
        TNetwork network,
        Dataset data,
        TrainerOptions options,
        Func<Dataset, FeatureScaler?>? scaler,
        Func<Dataset, FeatureScaler?>? targetScaler,
        IProgress<EpochReport>? progress,
        CancellationToken cancellationToken)
        where TNetwork : INetwork<TNetwork>
    {
        RequireUnscaled(data.Scaler, scaler, "features");
        RequireUnscaled(data.TargetScaler, targetScaler, "targets");

        // The rows that the trainer will hold out, for it divides by the same fraction and seed.
        Dataset training = options is { Validation: null, ValidationFraction: { } fraction } && data.Count > 1
            ? data.Subset(data.SplitRows(fraction, options.Seed).Training)
            : data;
        DataSchema schema = data.Schema with
        {
            Scaler = data.Scaler ?? scaler?.Invoke(training),
            TargetScaler = data.TargetScaler ?? targetScaler?.Invoke(training),
        };
        TrainerOptions scaledOptions = options.Validation is { } validation ? options with { Validation = Bring(validation, schema) } : options;
        Dataset scaled = Bring(data, schema);
        return (new TrainingRun<TNetwork>(network, scaled, scaledOptions, progress, cancellationToken).Fit(), scaled.Schema);
    }

    /// <summary>The samples, transformed by the scalers that they have not gone through yet.</summary>
    internal static Dataset Bring(Dataset data, DataSchema schema)
    {
        ArgumentNullException.ThrowIfNull(data);
        Dataset brought = schema.Scaler is { } scaler && data.Scaler is null ? scaler.Transform(data) : data;
        return schema.TargetScaler is { } targets && !data.HasLabels && data.TargetScaler is null ? targets.TransformTargets(brought) : brought;
    }

    /// <summary>A scaler that was fitted on all samples before knows those that are held out: it is not taken for the one that is asked for.</summary>
    private static void RequireUnscaled(FeatureScaler? applied, Func<Dataset, FeatureScaler?>? wanted, string what)
    {
        if (applied is not null && wanted is not null)
        {
            throw new ArgumentException(
                $"data has {what} that went through {applied} already, but the new scaler must be fitted on unscaled samples: give the samples as they were measured, or leave that scaler out.", "data");
        }
    }
}
