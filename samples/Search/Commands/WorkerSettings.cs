using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>Which cluster a host joins, and with how much.</summary>
internal sealed class WorkerSettings : CommandSettings
{
    [CommandArgument(0, "<connection>")]
    [Description("The connection string of the cluster's PostgreSQL database.")]
    public required string Connection { get; init; }

    [CommandOption("--workers <count>")]
    [Description("How many trials run at the same time: one for each core by default.")]
    public int? Workers { get; init; }

    [CommandOption("--dashboard <port>")]
    [Description("Serves Orleans' dashboard on this port, to this machine alone.")]
    public int? Dashboard { get; init; }

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        Workers < 1 ? ValidationResult.Error($"--workers is {Workers}, but must be 1 or more.") : DashboardPort.Validate(Dashboard);
}
