using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>Removes a search of a cluster with all that is kept of it.</summary>
internal sealed class RemoveCommand(IAnsiConsole console) : AsyncCommand<RemoveSettings>
{
    private const int NotFound = 1;

    /// <inheritdoc/>
    public override async Task<int> ExecuteAsync(CommandContext context, RemoveSettings settings, CancellationToken cancellationToken)
    {
        bool wasThere = await SearchDatabase.Remove(settings.Cluster, settings.Name, cancellationToken);
        console.WriteLine(wasThere ? $"The search \"{settings.Name}\" is removed." : $"There is no search \"{settings.Name}\". The command list shows which there are.");
        return wasThere ? 0 : NotFound;
    }
}
