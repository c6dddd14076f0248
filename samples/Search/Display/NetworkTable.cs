using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Searching;
using Mlp.Training;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>How the architectures did: of each, how many trials there were, how many of them went all the way, and what the better half reached.</summary>
internal static class NetworkTable
{
    public static Table Of(IReadOnlyList<TrialResult> ranking)
    {
        Table table = new Table().RoundedBorder().AddColumns("network", "trials", "not stopped early", "best", "mean of the better half", "deviation");
        foreach (IGrouping<string, TrialResult> trials in ranking.GroupBy(trial => trial.Network))
        {
            double[] scores = [.. trials.Select(trial => trial.Score).Where(double.IsFinite).OrderDescending()];
            MeanAndDeviation better = MeanAndDeviation.Of([.. scores.Take((scores.Length + 1) / 2).DefaultIfEmpty(double.NaN)]);
            table.AddRow(
                trials.Key,
                Whole(trials.Count()),
                Whole(trials.Count(trial => trial.Stop is not (TrialStop.Halved or TrialStop.Diverged))),
                Number(scores.FirstOrDefault(double.NaN)),
                Number(better.Mean),
                Number(better.StandardDeviation));
        }

        return table;
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("F4", CultureInfo.InvariantCulture);
}
