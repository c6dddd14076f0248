using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace Mlp.Generator.Benchmarks;

/// <summary>The SDK's command, in a process of its own.</summary>
public static class Dotnet
{
    // What an enclosing "dotnet run" leaves in the environment would decide which SDK builds the child.
    private static readonly Dictionary<string, string?> Variables = new()
    {
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>Runs a command to its end; the answer is the time from start to exit.</summary>
    /// <exception cref="InvalidOperationException">The command failed; the message is what it printed.</exception>
    public static TimeSpan Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in Variables)
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        TimeSpan elapsed = watch.Elapsed;
        return process.ExitCode == 0 ? elapsed : throw new InvalidOperationException(output.Result + errors.Result);
    }
}
