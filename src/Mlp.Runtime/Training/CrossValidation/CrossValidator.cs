using System;
using System.Linq;
using System.Threading;

namespace Mlp.Training;

/// <summary>Fits a network of its own on all folds but one, measures it on that one, and does so for each fold.</summary>
internal static class CrossValidator
{
    /// <summary>Runs all folds, one after the other.</summary>
    /// <exception cref="ArgumentException">Data or options do not fit.</exception>
    /// <exception cref="TrainingDivergedException">A fold diverged.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    internal static CrossValidationResult Run<TNetwork>(
        Func<TNetwork> create,
        Dataset data,
        int folds,
        TrainerOptions options,
        Func<Dataset, FeatureScaler?>? scaler,
        Func<Dataset, FeatureScaler?>? targetScaler,
        CancellationToken cancellationToken)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(data);
        if (options.Validation is not null)
        {
            throw new ArgumentException("options has Validation, but each fold is measured on what it holds out: leave it out, or set ValidationFraction for the patience.", nameof(options));
        }

        if (options.Checkpoint is not null || options.Resume is not null)
        {
            throw new ArgumentException(
                $"options has {(options.Resume is null ? "Checkpoint" : "Resume")}, but a checkpoint is of one training, and cross-validation has one for each fold: leave it out, or fit each part of Dataset.Folds by Trainer.Fit.", nameof(options));
        }

        TrainingWeights.RequireOneEach(data, options);
        (int[] Training, int[] HeldOut)[] rows = data.FoldRows(folds, options.Seed, stratified: true);
        var reports = new FoldReport[folds];
        for (int fold = 0; fold < folds; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] training = rows[fold].Training;
            TrainerOptions foldOptions = options.SampleWeights is { } all ? options with { SampleWeights = [.. training.Select(row => all[row])] } : options;
            TNetwork network = create() ?? throw new InvalidOperationException("create gave null, but must give a network for each fold.");
            RequireUnfitted(network);
            (TrainingResult result, DataSchema schema) = ScaledFit.Run(
                network, data.Subset(training), foldOptions, scaler, targetScaler, progress: null, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            result.ThrowIfDiverged();
            reports[fold] = Measure(network, ScaledFit.Bring(data.Subset(rows[fold].HeldOut), schema), result);
        }

        return new CrossValidationResult(reports);
    }

    private static FoldReport Measure<TNetwork>(TNetwork network, Dataset heldOut, TrainingResult training)
        where TNetwork : INetwork<TNetwork> => new(
            training,
            network.MeanLoss(heldOut),
            heldOut.HasLabels ? Evaluation.ReportOf(network, heldOut) : null,
            heldOut.HasLabels ? null : network.EvaluateRegressor(heldOut));

    /// <summary>A network that has seen the fold that it is measured on measures nothing.</summary>
    private static void RequireUnfitted<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        if (network.GetSchema() is not null)
        {
            throw new ArgumentException("create gave a network that was fitted before: it may have learned from the samples that it is measured on. Make a new one for each fold, as in () => new Net(seed: 1).", "create");
        }
    }
}
