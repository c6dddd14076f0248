using System.Globalization;
using Mlp.Tool;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return MlpCommands.Run(args, AnsiConsole.Console);
