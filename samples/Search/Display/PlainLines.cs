using System;
using System.Threading;
using Mlp.Searching;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>The progress of a search for a file or a log: a line each time another twentieth of the trials has ended.</summary>
internal sealed class PlainLines(IAnsiConsole console) : IProgress<SearchProgress>
{
    private const int Lines = 20;

    private readonly Lock _lock = new();
    private int _shown;

    public void Report(SearchProgress value)
    {
        lock (_lock)
        {
            int part = value.Finished * Lines / value.Trials;
            if (part > _shown)
            {
                _shown = part;
                console.WriteLine(Line(value));
            }
        }
    }

    /// <summary>Where a search stands, in a line.</summary>
    public static string Line(SearchProgress progress)
    {
        string hosts = progress.Hosts == 1 ? "1 host" : $"{progress.Hosts} hosts";
        string best = progress.Best is { } trial ? $"   best so far {trial.Score:F4}, {trial.Network}" : "";
        return $"{progress.Finished} of {progress.Trials} trials, {progress.Halved} of them stopped early, {progress.Running} at work on {hosts}, {progress.Elapsed.TotalSeconds:F0} s{best}";
    }
}
