using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Mlp.Training;

/// <summary>The measures of a cross-validation: each fold's, and their means with standard deviations.</summary>
public sealed class CrossValidationResult
{
    internal CrossValidationResult(FoldReport[] folds) => Folds = Array.AsReadOnly(folds);

    /// <summary>The folds, in order.</summary>
    public IReadOnlyList<FoldReport> Folds { get; }

    /// <summary>The mean of the network's own loss.</summary>
    public MeanAndDeviation Loss => Of(fold => fold.Loss)!.Value;

    /// <summary>The part of samples whose label is predicted, 0 to 1; null where the samples have targets.</summary>
    public MeanAndDeviation? Accuracy => Of(fold => fold.Classification?.Accuracy);

    /// <summary>The mean F1 of the classes; null where the samples have targets.</summary>
    public MeanAndDeviation? MacroF1 => Of(fold => fold.Classification?.MacroAverage.F1);

    /// <summary>The coefficient of determination; null where the samples have labels.</summary>
    public MeanAndDeviation? R2 => Of(fold => fold.Regression?.R2);

    /// <summary>The mean of |y − ŷ| in the targets' unit; null where the samples have labels.</summary>
    public MeanAndDeviation? MeanAbsoluteError => Of(fold => fold.Regression?.MeanAbsoluteError);

    /// <summary>The root of the mean of (y − ŷ)² in the targets' unit; null where the samples have labels.</summary>
    public MeanAndDeviation? RootMeanSquaredError => Of(fold => fold.Regression?.RootMeanSquaredError);

    /// <summary>A line for each measure: its name, mean ± deviation, and each fold's; the same under every culture.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append("accuracy", Accuracy, fold => fold.Classification!.Accuracy);
        Append("macro F1", MacroF1, fold => fold.Classification!.MacroAverage.F1);
        Append("R²", R2, fold => fold.Regression!.R2);
        Append("MAE", MeanAbsoluteError, fold => fold.Regression!.MeanAbsoluteError);
        Append("RMSE", RootMeanSquaredError, fold => fold.Regression!.RootMeanSquaredError);
        Append("loss", Loss, fold => fold.Loss);
        return text.ToString(0, text.Length - 1);

        void Append(string name, MeanAndDeviation? measure, Func<FoldReport, double> of)
        {
            if (measure is { } found)
            {
                string folds = string.Join(' ', Folds.Select(fold => of(fold).ToString("G4", CultureInfo.InvariantCulture)));
                text.Append(CultureInfo.InvariantCulture, $"{name,-10}{found}   [{folds}]\n");
            }
        }
    }

    private MeanAndDeviation? Of(Func<FoldReport, double?> measure)
    {
        double?[] values = [.. Folds.Select(measure)];
        return values.Contains(null) ? null : MeanAndDeviation.Of([.. values.Select(value => value!.Value)]);
    }
}
