using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Mlp.Searching;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Mlp.Samples;

/// <summary>The progress of a search on a terminal: how far it is, and the best trials so far.</summary>
internal sealed class LiveTable : IProgress<SearchProgress>
{
    private const int Shown = 10;
    private const int BarWidth = 60;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, TrialResult> _ended = [];
    private SearchProgress? _latest;

    public void Report(SearchProgress value)
    {
        lock (_lock)
        {
            _latest = value;
            if (value.Last is { } trial)
            {
                _ended[trial.Index] = trial; // of a trial that went on, the longer one
            }
        }
    }

    /// <summary>How it stands now.</summary>
    public IRenderable Draw()
    {
        lock (_lock)
        {
            if (_latest is not { } progress)
            {
                return new Paragraph("The search begins.");
            }

            IRenderable[] bars = [new Paragraph(PlainLines.Line(progress)), Bar(progress)];
            return new Rows([.. bars, RankingTable.Of(_ended.Values.OrderByDescending(trial => trial.Score).ThenBy(trial => trial.Index).Take(Shown), areAtWork: true)]);
        }
    }

    private static BreakdownChart Bar(SearchProgress progress) => new BreakdownChart().Width(BarWidth).ShowTagValues()
        .AddItem("trained", progress.Finished - progress.Halved, Color.Green)
        .AddItem("stopped early", progress.Halved, Color.Grey)
        .AddItem("at work", progress.Running, Color.Yellow)
        .AddItem("to come", Math.Max(0, progress.Trials - progress.Finished - progress.Running), Color.Grey19);
}
