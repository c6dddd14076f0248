// Creatures learn to find food and to flee, each with a network of its own, and a page shows it.
//   dotnet run -c Release --project samples/Arena                    serves the page on http://localhost:5000
//   dotnet run -c Release --project samples/Arena -- --headless      prints what they learn, and what thinking costs
//   dotnet run -c Release --project samples/Arena -- --soak          records and replays ten hours of game time

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Mlp.Samples;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return Command.Run(() =>
{
    ArenaArguments arguments = ArenaArguments.Parse(args);
    switch (arguments.Mode)
    {
        case ArenaMode.Headless:
            HeadlessRun.Run(arguments.Options, Terminal.Open());
            break;
        case ArenaMode.Soak:
            SoakRun.Run(arguments.Options, Terminal.Open());
            break;
        default:
            WebApplication app = ArenaServer.Build(arguments.Creatures, arguments.Seed, arguments.Rest);
            app.Run();
            break;
    }
});
