using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace Mlp.Benchmarks.Peers;

/// <summary>This program, run again with another command.</summary>
internal static class ChildProcess
{
    /// <summary>What it printed.</summary>
    public static string Run(string[] arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidDataException($"'{string.Join(' ', arguments)}' ended with {process.ExitCode}");
    }
}
