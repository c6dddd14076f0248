using System;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>The commands of the program. What is wrong with arguments, data or a database is said in a line, not in a stack trace.</summary>
internal static class SearchCommands
{
    private const int Failed = 1;
    private const int BadUsage = 2;

    /// <summary>Runs one and gives the exit code of the program.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="console">Where it prints.</param>
    /// <param name="cancellationToken">Stops what runs and keeps what is done.</param>
    public static Task<int> Run(string[] arguments, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var application = new CommandApp<RunCommand>();
        application.Configure(configuration =>
        {
            configuration.SetApplicationName("search");
            configuration.ConfigureConsole(console);
            configuration.UseStrictParsing();
            configuration.SetExceptionHandler((exception, _) =>
            {
                Console.Error.WriteLine(exception.Message);
                return exception is CommandAppException ? BadUsage : Failed;
            });
            configuration.AddCommand<RunCommand>("run").WithDescription("Searches, and shows and saves what is found. It is what runs without a command.").WithExample("run", "--trials", "50");
            configuration.AddCommand<WorkerCommand>("worker").WithDescription("Works on the searches of a cluster until it is stopped.").WithExample("worker", "Host=localhost;Database=search");
            configuration.AddCommand<SchemaCommand>("schema").WithDescription("Makes the tables of a cluster in a database, where they are not there yet.").WithExample("schema", "Host=localhost;Database=search");
            configuration.AddCommand<ListCommand>("list").WithDescription("Shows the searches of a cluster, how they stand and when they were written last.").WithExample("list", "--cluster", "Host=localhost;Database=search");
            configuration.AddCommand<RemoveCommand>("remove").WithDescription("Removes a search of a cluster with all that is kept of it. One that is running must be stopped first.").WithExample("remove", "digits-200-1", "--cluster", "Host=localhost;Database=search");
        });
        return application.RunAsync(arguments, cancellationToken);
    }
}
