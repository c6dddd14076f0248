using System;
using System.Threading.Tasks;
using Mlp.Searching;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>Shows a search while it runs: a live table on a terminal, a line every now and then elsewhere.</summary>
internal static class SearchDisplay
{
    private static readonly TimeSpan RefreshTime = TimeSpan.FromMilliseconds(200);

    public static async Task<SearchResult> Watch(IAnsiConsole console, Func<IProgress<SearchProgress>, Task<SearchResult>> search)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await search(new PlainLines(console));
        }

        var table = new LiveTable();
        SearchResult? result = null;
        await console.Live(table.Draw()).StartAsync(async live =>
        {
            Task<SearchResult> running = search(table);
            while (await Task.WhenAny(running, Task.Delay(RefreshTime)) != running)
            {
                live.UpdateTarget(table.Draw());
            }

            live.UpdateTarget(table.Draw());
            result = await running;
        });
        return result!;
    }
}
