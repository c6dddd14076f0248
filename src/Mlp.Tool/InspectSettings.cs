using System.ComponentModel;
using Spectre.Console.Cli;

namespace Mlp.Tool;

/// <summary>What is to be inspected, and how.</summary>
internal sealed class InspectSettings : CommandSettings
{
    [CommandArgument(0, "<file>")]
    [Description("An ONNX file (.onnx) or a weight file (.safetensors).")]
    public required string File { get; init; }

    [CommandOption("--output <name>")]
    [Description("The tensor of an ONNX file that the network ends in; the file's output by default.")]
    public string? Output { get; init; }

    [CommandOption("--allow-double")]
    [Description("Takes float64 and integers where floats are expected, rounded, as AllowDouble=\"true\" at the item does.")]
    public bool AllowDouble { get; init; }
}
