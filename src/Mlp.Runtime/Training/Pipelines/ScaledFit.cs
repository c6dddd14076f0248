using System;

namespace Mlp.Training;

/// <summary>A fit whose scalers are fitted first, on the samples to learn from and no others.</summary>
internal static class ScaledFit
{
    /// <summary>Fits scalers, brings all data to them, and fits the network.</summary>
    /// <param name="data">Samples as they were measured; those that were scaled before stay as they are.</param>
    /// <param name="options">How to train. Validation data is brought to the scalers too.</param>
    /// <param name="scaler">Fits a scaler of the features; none where they are not scaled.</param>
    /// <param name="targetScaler">Fits a scaler of the targets; none where they are not scaled.</param>
    /// <param name="fit">The fit itself.</param>
    internal static TrainingResult Run(
        Dataset data,
        TrainerOptions options,
        Func<Dataset, FeatureScaler?>? scaler,
        Func<Dataset, FeatureScaler?>? targetScaler,
        Func<Dataset, TrainerOptions, TrainingResult> fit)
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
        return fit(Bring(data, schema), options.Validation is { } validation ? options with { Validation = Bring(validation, schema) } : options);
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
                $"data has {what} that went through {applied} already, and a scaler is to be fitted on the samples to learn from: give the samples as they were measured, or leave that scaler out.", "data");
        }
    }
}
