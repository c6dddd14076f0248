using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>Shows the searches of a cluster.</summary>
internal sealed class ListCommand(IAnsiConsole console) : AsyncCommand<ClusterSettings>
{
    /// <inheritdoc/>
    public override async Task<int> ExecuteAsync(CommandContext context, ClusterSettings settings, CancellationToken cancellationToken)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("search", "phase", "trials", "written");
        foreach (StoredSearch search in await SearchDatabase.List(settings.Cluster, cancellationToken))
        {
            table.AddRow(search.Name, $"{search.Phase}", $"{search.Finished} of {search.Trials}", $"{search.Written.ToLocalTime():yyyy-MM-dd HH:mm:ss}");
        }

        console.Write(table);
        return 0;
    }
}
