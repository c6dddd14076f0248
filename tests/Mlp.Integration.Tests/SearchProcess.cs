using System;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Tasks;
using Shouldly;

namespace Mlp.Integration.Tests;

/// <summary>The sample Search in a process that is looked at and stopped while it runs.</summary>
internal sealed class SearchProcess : IDisposable
{
    private const int Interrupt = 2;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private SearchProcess(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [BuiltFiles.Sample("Search"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>All that it has printed where somebody waited for a line or the end.</summary>
    public string Output => _output.ToString();

    public static SearchProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Reads on until a line has a text in it.</summary>
    public async Task WaitFor(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit) is { } line)
        {
            _output.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Output.ShouldContain(text, Case.Sensitive, await _process.StandardError.ReadToEndAsync());
    }

    /// <summary>Presses Ctrl+C.</summary>
    public void PressControlC() => Kill(_process.Id, Interrupt).ShouldBe(0);

    /// <summary>Waits for its end.</summary>
    public async Task<int> ExitCode()
    {
        _output.Append(await _process.StandardOutput.ReadToEndAsync().WaitAsync(Limit));
        _output.Append(await _process.StandardError.ReadToEndAsync().WaitAsync(Limit));
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
