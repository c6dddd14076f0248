using System.Collections.Generic;
using System.Globalization;
using Mlp.Searching;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>Trials as a table, the first one on top.</summary>
internal static class RankingTable
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A row for each trial.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="areAtWork">Whether it is not known yet how all of them end.</param>
    public static Table Of(IEnumerable<TrialResult> trials, bool areAtWork = false)
    {
        Table table = new Table().RoundedBorder().AddColumns("trial", "network", "rate", "batch", "decay", "patience", "accuracy", "epochs");
        if (!areAtWork)
        {
            table.AddColumn("end");
        }

        foreach (TrialResult trial in trials)
        {
            TrialSettings settings = trial.Settings;
            string[] cells =
            [
                trial.Index.ToString(Culture),
                trial.Network,
                settings.LearningRate.ToString("G3", Culture),
                settings.BatchSize.ToString(Culture),
                settings.WeightDecay.ToString("G3", Culture),
                settings.Patience?.ToString(Culture) ?? "",
                string.Create(Culture, $"{trial.Score:F4} ± {trial.Deviation:F4}"),
                trial.Epochs.ToString(Culture),
                trial.Stop.ToString(),
            ];
            table.AddRow(areAtWork ? cells[..^1] : cells);
        }

        return table;
    }
}
