// Searches for the network that reads handwritten digits best: 200 trials over five architectures and their settings, on this machine or
// on many. README.md has the commands.

using System.Globalization;
using Mlp.Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
using var interruption = new Interruption();
return await SearchCommands.Run(args, Terminal.Open(), interruption.Token);
