using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Mlp.Tool.Verification;

/// <summary>What is to be compared, and how.</summary>
internal sealed class VerifySettings : CommandSettings
{
    [CommandArgument(0, "<model>")]
    [Description("An ONNX file.")]
    public required string Model { get; init; }

    [CommandArgument(1, "<inputs>")]
    [Description("A CSV file with one sample on each line, its values in the order of the ONNX file. A line of headings may come first.")]
    public required string Inputs { get; init; }

    [CommandOption("--output <name>")]
    [Description("The tensor of the ONNX file that the network ends in; the file's output by default.")]
    public string? Output { get; init; }

    [CommandOption("--allow-double")]
    [Description("Takes float64 and integers where floats are expected, rounded, as AllowDouble=\"true\" at the item does.")]
    public bool AllowDouble { get; init; }

    [CommandOption("--tolerance <number>")]
    [Description("The largest difference that is allowed, in terms of the largest output.")]
    [DefaultValue(1e-5)]
    public double Tolerance { get; init; }

    [CommandOption("--runtime <library>")]
    [Description("The native library of ONNX Runtime. By default it is that of " + RuntimeLibrary.Variable + ", of this system, or of the packages of NuGet.")]
    public string? Runtime { get; init; }

    /// <inheritdoc/>
    public override ValidationResult Validate() =>
        Tolerance >= 0 ? ValidationResult.Success() : ValidationResult.Error("The tolerance is a number from 0 on, such as 1e-5.");
}
