using System.ComponentModel;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>Where the tables are made.</summary>
internal sealed class SchemaSettings : CommandSettings
{
    [CommandArgument(0, "<connection>")]
    [Description("The connection string of a PostgreSQL database, of a user who may make tables.")]
    public required string Connection { get; init; }
}
