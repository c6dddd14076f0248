using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Mlp.Searching.Results;

/// <summary>The table of a result as CSV [RFC 4180], with line feeds.</summary>
internal static class ResultCsv
{
    private const string Heading = "trial,rank,network,learning_rate,batch_size,weight_decay,patience,clip_norm,schedule,score,deviation,epochs,stop";

    /// <summary>All trials by index.</summary>
    internal static string Of(SearchResult result, int folds)
    {
        var text = new StringBuilder(Heading);
        for (int fold = 1; fold <= folds; fold++)
        {
            text.Append(CultureInfo.InvariantCulture, $",fold_{fold},fold_{fold}_loss,fold_{fold}_best_epoch");
        }

        text.Append('\n');
        Dictionary<int, int> ranks = result.Ranking.Select(static (trial, place) => (trial.Index, Rank: place + 1)).ToDictionary();
        foreach (TrialResult trial in result.Trials)
        {
            Append(text, trial, ranks[trial.Index], folds);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, TrialResult trial, int rank, int folds)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        TrialSettings settings = trial.Settings;
        text.Append(culture, $"{trial.Index},{rank},{Quoted(trial.Network)},{settings.LearningRate:R},{settings.BatchSize},{settings.WeightDecay:R},{settings.Patience},{settings.ClipNorm:R},{Quoted(settings.Schedule.ToString())},{trial.Score:R},{trial.Deviation:R},{trial.Epochs},{trial.Stop}");
        foreach (FoldResult fold in trial.Folds)
        {
            text.Append(culture, $",{fold.Score:R},{fold.Loss:R},{fold.BestEpoch}");
        }

        text.Append(',', 3 * (folds - trial.Folds.Count)).Append('\n');
    }

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
