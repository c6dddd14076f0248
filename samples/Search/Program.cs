// Searches for the network that reads handwritten digits best: 200 trials over five architectures and their settings, on this machine or
// on many. README.md has the commands.

using System;
using System.Globalization;
using Mlp.Samples;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
using var interruption = new Interruption();
IAnsiConsole console = Terminal.Open();
if (Console.IsOutputRedirected)
{
    console.Profile.Width = 120; // tables have more columns than those of other samples
}

return await SearchCommands.Run(args, console, interruption.Token);
