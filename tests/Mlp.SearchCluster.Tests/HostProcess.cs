using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Mlp.SearchCluster.Tests;

/// <summary>A host in a process of its own: <c>Mlp.SearchProbe</c>.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<HostLine> _lines = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private HostProcess(IEnumerable<string> arguments, Action<HostProcess, HostLine>? hear, bool isNarrow = false)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "Mlp.SearchProbe.dll"), .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };

        // Three of them share the machine with the server: a small heap collects sooner, and a process does not live long enough for better code.
        _process.StartInfo.Environment["DOTNET_gcServer"] = "0";
        _process.StartInfo.Environment["DOTNET_TieredPGO"] = "0";
        if (isNarrow)
        {
            // Without AVX2 there is AVX-512 neither: vectors have 128 bits on every machine.
            _process.StartInfo.Environment["DOTNET_EnableAVX2"] = "0";
        }

        _process.OutputDataReceived += (_, line) => Hear(line.Data, hear);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, hear);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has said so far.</summary>
    internal IReadOnlyCollection<HostLine> Lines => _lines;

    /// <summary>What else it has written, such as an exception.</summary>
    internal string Errors => string.Join('\n', _errors);

    /// <summary>Whether it has ended by itself.</summary>
    internal bool HasExited => _process.HasExited;

    /// <summary>Its exit code.</summary>
    internal int ExitCode => _process.ExitCode;

    /// <summary>A host that works for searches of others.</summary>
    /// <param name="connection">The database of its cluster.</param>
    /// <param name="pause">How many milliseconds it waits behind each epoch.</param>
    /// <param name="hear">Is told what it says.</param>
    /// <param name="isNarrow">Whether its vectors have 128 bits.</param>
    internal static HostProcess Worker(string connection, int pause = 0, Action<HostProcess, HostLine>? hear = null, bool isNarrow = false) =>
        new(["worker", connection, Text(pause)], hear, isNarrow);

    /// <summary>A program that searches.</summary>
    internal static HostProcess Run(string connection, string name, int trials, int samples, string file, int pause, Action<HostProcess, HostLine>? hear) =>
        new(["run", connection, name, Text(trials), Text(samples), file, Text(pause)], hear);

    /// <summary>Waits until it has said a word.</summary>
    internal async Task<HostLine> Word(string word)
    {
        long begin = Stopwatch.GetTimestamp();
        while (true)
        {
            if (_lines.FirstOrDefault(line => line.Word == word) is { } line)
            {
                return line;
            }

            if (_process.HasExited || Stopwatch.GetElapsedTime(begin) > LongestWait)
            {
                throw new InvalidOperationException($"A host has not said {word}. {Errors}");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Ends it with SIGKILL.</summary>
    internal async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Lets a worker leave.</summary>
    internal async Task Leave()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(LongestWait);
    }

    /// <summary>Waits until it has ended by itself.</summary>
    internal async Task End()
    {
        await _process.WaitForExitAsync();
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"A host has ended with {_process.ExitCode}. {Errors}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Hear(string? text, Action<HostProcess, HostLine>? hear)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (HostLine.Of(text) is { } line)
        {
            _lines.Enqueue(line);
            hear?.Invoke(this, line);
        }
        else
        {
            _errors.Enqueue(text);
        }
    }
}
