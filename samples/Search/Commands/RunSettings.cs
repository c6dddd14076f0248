using System.ComponentModel;
using System.IO;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>What is searched, and where.</summary>
internal sealed class RunSettings : CommandSettings
{
    private const int MostTrials = 100_000;

    [CommandOption("--cluster <connection>")]
    [Description("The connection string of a PostgreSQL database: all hosts that know it search together. Without it, this process searches alone.")]
    public string? Cluster { get; init; }

    [CommandOption("--name <name>")]
    [Description("The name of the search. One that was stopped goes on where it was. By default it is made of trials and seed.")]
    public string? Name { get; init; }

    [CommandOption("--trials <count>")]
    [Description("How many trials are drawn.")]
    [DefaultValue(200)]
    public int Trials { get; init; }

    [CommandOption("--seed <number>")]
    [Description("The seed of the draws, of the part that no trial sees, and of every trial.")]
    [DefaultValue(1ul)]
    public ulong Seed { get; init; }

    [CommandOption("--workers <count>")]
    [Description("How many trials run at the same time in this process: one for each core by default; with a cluster also 0.")]
    public int? Workers { get; init; }

    [CommandOption("--folder <path>")]
    [Description("Where results are saved, and where a search without a cluster keeps what is done.")]
    [DefaultValue("output")]
    public string Folder { get; init; } = "output";

    [CommandOption("--dashboard <port>")]
    [Description("Serves Orleans' dashboard on this port, to this machine alone.")]
    public int? Dashboard { get; init; }

    /// <summary>The name, chosen or made.</summary>
    public string SearchName => Name ?? $"digits-{Trials}-{Seed}";

    /// <summary>Where the results of this search are saved.</summary>
    public string ResultFolder => Path.Combine(Folder, SearchName);

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        Trials is < 1 or > MostTrials ? ValidationResult.Error($"--trials is {Trials}, but must be a whole number from 1 to {MostTrials}.")
        : Workers < (Cluster is null ? 1 : 0) ? ValidationResult.Error($"--workers is {Workers}, but must be 1 or more; with --cluster it may be 0.")
        : DashboardPort.Validate(Dashboard);
}
