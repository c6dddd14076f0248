using System;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace Mlp.Integration.Tests;

/// <summary>One run of a whole test assembly in a process of its own, under a switch.</summary>
/// <param name="ExitCode">0 where every test passed.</param>
/// <param name="Passed">The number of passed tests.</param>
/// <param name="Output">All that the run printed.</param>
public sealed partial record SuiteRun(int ExitCode, int Passed, string Output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Starts <c>dotnet vstest</c> on an assembly and waits for it.</summary>
    /// <param name="assembly">The path of the test assembly.</param>
    /// <param name="vectors">The switch and the width it must leave.</param>
    /// <param name="parametersFile">Where the run writes its initial parameters down, for comparison between widths.</param>
    public static async Task<SuiteRun> Start(string assembly, VectorSwitch vectors, string parametersFile)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["vstest", assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (VectorSwitch other in VectorSwitch.All)
        {
            if (other.Variable.Length > 0)
            {
                start.Environment.Remove(other.Variable);
            }
        }

        if (vectors.Variable.Length > 0)
        {
            start.Environment[vectors.Variable] = vectors.Value;
        }

        start.Environment["MLP_EXPECT_WIDTH"] = vectors.ExpectedWidth;
        start.Environment["MLP_PARAMETERS_FILE"] = parametersFile;
        using Process process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            string printed = await output + await errors;
            return new SuiteRun(process.ExitCode, PassedIn(printed), printed);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The last lines, where the summary stands.</summary>
    public string Tail(int lines)
    {
        string[] all = Output.TrimEnd().Split('\n');
        return string.Join('\n', all[Math.Max(0, all.Length - lines)..]);
    }

    private static int PassedIn(string output) =>
        PassedCount().Match(output) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    // Either form of the summary: "Passed: 12" within a line, or on a line of its own.
    [GeneratedRegex(@"Passed:\s+(\d+)")]
    private static partial Regex PassedCount();
}
