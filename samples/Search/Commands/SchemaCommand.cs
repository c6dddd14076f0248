using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>Makes the tables of a cluster.</summary>
internal sealed class SchemaCommand(IAnsiConsole console) : AsyncCommand<SchemaSettings>
{
    /// <inheritdoc/>
    public override async Task<int> ExecuteAsync(CommandContext context, SchemaSettings settings, CancellationToken cancellationToken)
    {
        await SearchDatabase.Create(settings.Connection);
        console.WriteLine("The database has all tables that a search needs.");
        return 0;
    }
}
