using System;
using System.Globalization;
using Mlp.Tool;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 1000; // a file has no margin
}

return MlpCommands.Run(args, AnsiConsole.Console);
