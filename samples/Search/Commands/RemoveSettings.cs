using System.ComponentModel;
using Spectre.Console.Cli;

namespace Mlp.Samples;

/// <summary>Which search is removed.</summary>
internal sealed class RemoveSettings : ClusterSettings
{
    [CommandArgument(0, "<name>")]
    [Description("The name of the search, as the command list shows it.")]
    public required string Name { get; init; }
}
