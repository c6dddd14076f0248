using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching;
using Mlp.Training;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>Searches, alone or with a cluster, and shows and saves what is found.</summary>
internal sealed class RunCommand(IAnsiConsole console) : AsyncCommand<RunSettings>
{
    private const int Done = 0;
    private const int Stopped = 3;

    /// <inheritdoc/>
    public override async Task<int> ExecuteAsync(CommandContext context, RunSettings settings, CancellationToken cancellationToken)
    {
        (Dataset seen, Dataset heldOut) = DigitSearch.Images(settings.Seed);
        console.WriteLine($"search \"{settings.SearchName}\": {settings.Trials} trials on {seen.Count} images; {heldOut.Count} more are kept for the end");
        if (settings.Dashboard is { } port)
        {
            console.WriteLine($"dashboard: http://localhost:{port}");
        }

        SearchOptions options = DigitSearch.Options(settings);
        SearchResult result = await SearchDisplay.Watch(console, progress => Search.Run(DigitSearch.Space, seen, options, progress, cancellationToken));

        Directory.CreateDirectory(settings.ResultFolder);
        var report = new SearchReport(console, result, settings.ResultFolder);
        report.ShowRanking();
        report.Draw();
        if (!result.IsComplete)
        {
            console.WriteLine($"Stopped. What is done is kept: the same command goes on with the search \"{settings.SearchName}\".");
            return Stopped;
        }

        report.Measure(heldOut);
        return Done;
    }
}
