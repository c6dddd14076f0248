using System;
using System.Collections.Generic;
using System.Globalization;
using Mlp.Searching;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>Trials as a table, the first one on top.</summary>
internal static class RankingTable
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static Table Of(IEnumerable<TrialResult> trials)
    {
        Table table = new Table().RoundedBorder().AddColumns("trial", "network", "rate", "batch", "decay", "patience", "accuracy", "±", "epochs", "end");
        foreach (TrialResult trial in trials)
        {
            TrialSettings settings = trial.Settings;
            table.AddRow(
                trial.Index.ToString(Culture),
                trial.Network,
                settings.LearningRate.ToString("G3", Culture),
                settings.BatchSize.ToString(Culture),
                settings.WeightDecay.ToString("G3", Culture),
                settings.Patience?.ToString(Culture) ?? "",
                trial.Score.ToString("F4", Culture),
                trial.Deviation.ToString("F4", Culture),
                trial.Epochs.ToString(Culture),
                trial.Stop.ToString());
        }

        return table;
    }
}
