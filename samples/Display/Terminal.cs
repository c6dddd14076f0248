using System;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>Where a sample prints: with colours and moving bars on a terminal, as plain lines into a file or a log.</summary>
internal static class Terminal
{
    private const int WidthOfPlainLines = 100;

    public static IAnsiConsole Open()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        // Without the default enrichers: they switch colours on for the logs of known build services, redirected or not.
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = WidthOfPlainLines;
        return console;
    }
}
