using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace Mlp.Integration.Tests;

/// <summary>One run of a test assembly in a process of its own, under a switch.</summary>
/// <param name="ExitCode">0 where every test passed.</param>
/// <param name="Passed">The number of passed tests.</param>
/// <param name="Output">All that the run printed.</param>
public sealed partial record SuiteRun(int ExitCode, int Passed, string Output)
{
    private const int LongestMessage = 300;

    /// <summary>Starts the program of a test assembly and waits for it.</summary>
    /// <param name="assembly">The path of the test assembly.</param>
    /// <param name="vectors">The switch and the width it must leave.</param>
    /// <param name="parametersFile">Where the run writes its initial parameters down, for comparison between widths.</param>
    /// <param name="listing">Where the JIT writes down the kernels that it compiled; null for nowhere.</param>
    /// <param name="filters">Which tests are run, as the program says it; none for all.</param>
    public static async Task<SuiteRun> Start(string assembly, VectorSwitch vectors, string parametersFile, string? listing, params string[] filters)
    {
        Dictionary<string, string?> environment = vectors.Environment.ToDictionary();
        environment["MLP_EXPECT_WIDTH"] = vectors.ExpectedWidth;
        environment["MLP_PARAMETERS_FILE"] = parametersFile;
        environment["DOTNET_JitStdOutFile"] = listing;

        // What users have: with a profile the compiler inlines more, and then may leave words as calls.
        environment["DOTNET_TieredPGO"] = listing is null ? null : "1";
        environment["DOTNET_JitDisasm"] = listing is null ? null : "Mlp.Generated.*:Forward* Mlp.Generated.*:Backward* Mlp.Generated.*:V512* Mlp.Generated.*:V256* Mlp.Generated.*:V128*";

        // Short of time alone: what is called a thousand times is optimised at once, though a suite never stops calling new code, and 64 MB
        // are filled before they are collected. Both numbers are hexadecimal. Kernels are optimised at their first call anyway.
        environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        environment["DOTNET_TC_CallCountThreshold"] = "400";
        environment["DOTNET_GCgen0size"] = "4000000";

        // A choice is tried with fewer shapes than at the width of the machine, unless somebody wants more.
        environment["MLP_FORCED_SHAPES"] = Environment.GetEnvironmentVariable("MLP_FORCED_SHAPES") ?? "2";
        ChildRun run = await ChildRun.Start([assembly, .. filters], environment);
        return new SuiteRun(run.ExitCode, PassedIn(run.Output), run.Output);
    }

    /// <summary>The tests that failed, each on a line with the beginning of what it says.</summary>
    public IEnumerable<string> Failures => Failure().Matches(Output).Select(match =>
    {
        string message = Blanks().Replace(match.Groups["message"].Value.Trim(), " ");
        return $"| {match.Groups["test"].Value}: {message[..Math.Min(message.Length, LongestMessage)]}";
    });

    /// <summary>The last lines, where the summary stands, marked as a quotation: nobody counts them as tests of this run.</summary>
    public string Tail(int lines)
    {
        string[] all = Output.TrimEnd().Split('\n');
        return string.Join('\n', all[Math.Max(0, all.Length - lines)..].Select(line => "| " + line));
    }

    private static int PassedIn(string output) =>
        PassedCount().Match(output) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    // "Failed Namespace.Class.Test(network: Net)", the message, and the stack trace up to an empty line
    [GeneratedRegex(@"^Failed (?<test>.+)\r?\n(?<message>[\s\S]+?)^ +at ", RegexOptions.Multiline)]
    private static partial Regex Failure();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^Passed: (\d+), Failed: ", RegexOptions.Multiline)]
    private static partial Regex PassedCount();
}
