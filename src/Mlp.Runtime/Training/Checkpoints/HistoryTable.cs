using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Training;

/// <summary>The reports of a training as a table of numbers: an epoch a row, behind the columns that all have the norms of the layers.</summary>
/// <param name="Columns">The names of the columns, in the order of <see cref="All"/>.</param>
/// <param name="Layers">How many norms of layers stand behind them.</param>
internal sealed record HistoryTable(IReadOnlyList<string> Columns, int Layers)
{
    /// <summary>Every column that there may be, and whether each table has it.</summary>
    private static readonly (string Name, bool IsRequired, Func<EpochReport, double?> Value)[] All =
    [
        (nameof(EpochReport.TrainingLoss), true, report => report.TrainingLoss),
        (nameof(EpochReport.ValidationLoss), false, report => report.ValidationLoss),
        (nameof(EpochReport.Accuracy), false, report => report.Accuracy),
        (nameof(EpochReport.R2), false, report => report.R2),
        (nameof(EpochReport.LearningRate), true, report => report.LearningRate),
        (nameof(EpochReport.GradientNorm), false, report => report.GradientNorm),
        (nameof(EpochReport.SamplesPerSecond), true, report => report.SamplesPerSecond),
        (nameof(EpochReport.Elapsed), true, report => report.Elapsed.TotalSeconds),
    ];

    /// <summary>The numbers of a row.</summary>
    internal int Width => Columns.Count + Layers;

    /// <summary>The table of reports of one training, which all have the same columns.</summary>
    internal static HistoryTable Of(IReadOnlyList<EpochReport> history) => new(
        [.. All.Where(column => column.Value(history[0]) is not null).Select(column => column.Name)], history[0].LayerGradientNorms.Count);

    /// <summary>Whether there can be such a table.</summary>
    /// <param name="layers">The layers of the network.</param>
    internal bool IsPossible(int layers) =>
        (Layers == 0 || Layers == layers) && All.Where(column => column.IsRequired || Columns.Contains(column.Name)).Select(column => column.Name).SequenceEqual(Columns);

    /// <summary>All numbers, row by row.</summary>
    internal double[] Write(IReadOnlyList<EpochReport> history)
    {
        Func<EpochReport, double?>[] values = [.. All.Where(column => Columns.Contains(column.Name)).Select(column => column.Value)];
        double[] numbers = new double[history.Count * Width];
        int next = 0;
        foreach (EpochReport report in history)
        {
            foreach (Func<EpochReport, double?> value in values)
            {
                numbers[next++] = value(report)!.Value;
            }

            foreach (double norm in report.LayerGradientNorms)
            {
                numbers[next++] = norm;
            }
        }

        return numbers;
    }

    /// <summary>The reports of some rows; none where a number cannot be of a training that goes on.</summary>
    /// <param name="numbers">All numbers, row by row.</param>
    internal EpochReport[]? Read(double[] numbers)
    {
        var reports = new EpochReport[numbers.Length / Width];
        for (int epoch = 0; epoch < reports.Length; epoch++)
        {
            double[] row = numbers[(epoch * Width)..((epoch + 1) * Width)];
            double? elapsed = ValueOf(nameof(EpochReport.Elapsed));
            if (!(elapsed >= 0 && elapsed <= TimeSpan.MaxValue.TotalSeconds / 2))
            {
                return null;
            }

            reports[epoch] = new EpochReport
            {
                Epoch = epoch + 1,
                TrainingLoss = ValueOf(nameof(EpochReport.TrainingLoss))!.Value,
                ValidationLoss = ValueOf(nameof(EpochReport.ValidationLoss)),
                Accuracy = ValueOf(nameof(EpochReport.Accuracy)),
                R2 = ValueOf(nameof(EpochReport.R2)),
                LearningRate = ValueOf(nameof(EpochReport.LearningRate))!.Value,
                GradientNorm = ValueOf(nameof(EpochReport.GradientNorm)),
                LayerGradientNorms = row[Columns.Count..],
                SamplesPerSecond = ValueOf(nameof(EpochReport.SamplesPerSecond))!.Value,
                // FromSeconds cuts off: of some numbers of seconds a tick would be lost each time they are read.
                Elapsed = TimeSpan.FromTicks((long)Math.Round(elapsed.Value * TimeSpan.TicksPerSecond)),
            };
            if (!double.IsFinite(reports[epoch].TrainingLoss) || !double.IsFinite(reports[epoch].MonitoredLoss) || !(reports[epoch].LearningRate >= 0))
            {
                return null;
            }

            double? ValueOf(string name) => PlaceOf(name) is >= 0 and int place ? row[place] : null;
        }

        return reports;
    }

    private int PlaceOf(string name)
    {
        int place = Columns.Count - 1;
        while (place >= 0 && Columns[place] != name)
        {
            place--;
        }

        return place;
    }
}
