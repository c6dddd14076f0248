using System;
using System.IO;
using System.Linq;
using Mlp.Tool;
using Spectre.Console;

namespace Mlp.Onnx.Tests.Tool;

/// <summary>Runs a command of the tool in this process.</summary>
internal static class ToolRun
{
    /// <summary>Runs one.</summary>
    /// <returns>The exit code, and what it prints.</returns>
    internal static (int Exit, string Text) Of(params string[] arguments)
    {
        var text = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 200;
        return (MlpCommands.Run(arguments, console), text.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>The cells of all tables.</summary>
    internal static string[][] Rows(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith('│')).Select(line => line.Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(row => row.Length > 0)];
}
