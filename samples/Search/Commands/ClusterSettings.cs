using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>Whose searches are looked at.</summary>
internal class ClusterSettings : CommandSettings
{
    [CommandOption("--cluster <connection>")]
    [Description("The connection string of the cluster's PostgreSQL database.")]
    public string Cluster { get; init; } = "";

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        Cluster.Length == 0
            ? ValidationResult.Error("--cluster is missing: give the connection string of the cluster's database. A search without a cluster is a folder in output/searches.")
            : ValidationResult.Success();
}
