using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>A host of a cluster: works on searches that others have begun, until it is stopped.</summary>
internal sealed class WorkerCommand(IAnsiConsole console) : AsyncCommand<WorkerSettings>
{
    /// <inheritdoc/>
    public override async Task<int> ExecuteAsync(CommandContext context, WorkerSettings settings, CancellationToken cancellationToken)
    {
        SearchWorkerOptions options = new() { ConfigureSilo = silo => silo.AddDashboard(settings.Dashboard) };
        console.WriteLine("This host works on the searches of the cluster. Ctrl+C lets it leave.");
        await SearchWorker.Run(settings.Connection, settings.Workers is { } workers ? options with { Workers = workers } : options, cancellationToken);
        console.WriteLine("This host has left. What it was at goes on elsewhere, or when the next host joins.");
        return 0;
    }
}
