using System;
using System.IO;
using System.Threading;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Tool;

/// <summary>Shows what is in a file.</summary>
internal sealed class InspectCommand(IAnsiConsole console) : Command<InspectSettings>
{
    private const int Shown = 0;
    private const int Refused = 1;

    /// <inheritdoc/>
    public override int Execute(CommandContext context, InspectSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            if (Path.GetExtension(settings.File).Equals(".safetensors", StringComparison.OrdinalIgnoreCase))
            {
                WeightReport.Of(settings.File, settings.AllowDouble).Print(console);
            }
            else
            {
                new ModelReport(ModelFile.Read(settings.File, settings.Output, settings.AllowDouble)).Print(console);
            }

            return Shown;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or WeightFileException)
        {
            TerminalText.PrintError(settings.File, exception);
            return Refused;
        }
    }
}
