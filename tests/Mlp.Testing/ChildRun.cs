using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Mlp.Testing;

/// <summary>One run of <c>dotnet</c>, or of another program, in a process of its own.</summary>
/// <param name="ExitCode">0 where the child says that it succeeded.</param>
/// <param name="Output">All that it printed, errors last.</param>
public sealed record ChildRun(int ExitCode, string Output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>What it printed, line by line, without empty lines at the end.</summary>
    public IReadOnlyList<string> Lines => Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');

    /// <summary>Starts <c>dotnet</c> and waits for its end.</summary>
    /// <param name="arguments">An assembly or a command, and what it is given.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    /// <param name="folder">Where it is started; null for where these tests are.</param>
    public static Task<ChildRun> Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null) =>
        StartProgram(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments, environment, folder);

    /// <summary>Starts a program and waits for its end.</summary>
    /// <param name="program">Its path, or its name where the path of the system has it.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    /// <param name="folder">Where it is started; null for where these tests are.</param>
    public static async Task<ChildRun> StartProgram(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ChildRun(process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
