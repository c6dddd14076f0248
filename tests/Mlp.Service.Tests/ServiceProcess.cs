using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;
using System.Threading.Tasks;
using Shouldly;

namespace Mlp.Service.Tests;

/// <summary>The service in a process of its own, as <c>dotnet</c> starts it.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _output = new();

    private ServiceProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Service.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens; none before it does.</summary>
    public Uri? Address { get; private set; }

    /// <summary>All that it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it with a command of its own and waits for nothing.</summary>
    public static ServiceProcess Run(params IEnumerable<string> arguments) => new(arguments, new Dictionary<string, string>());

    /// <summary>Starts serving on a free port of loopback, with short times, and waits until it listens.</summary>
    public static async Task<ServiceProcess> Serve(string modelPath)
    {
        var service = new ServiceProcess(
            ["--urls=http://127.0.0.1:0", "--Service:PollingInterval=00:00:00.1"],
            new Dictionary<string, string> { ["Service__ModelPath"] = modelPath, ["Service__QuietTime"] = "00:00:00.01" });
        try
        {
            string line = await service.LineWith(Listening);
            service.Address = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client of the service.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { Expect100ContinueTimeout = Patience.Limit })
    {
        BaseAddress = Address,
        Timeout = Patience.Limit,
    };

    /// <summary>Waits for the next line that has a text in it.</summary>
    public async Task<string> LineWith(string text)
    {
        try
        {
            while (true)
            {
                string line = await _lines.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (Exception exception) when (exception is TimeoutException or ChannelClosedException)
        {
            throw new InvalidOperationException($"the service never said '{text}', but:\n{Output}", exception);
        }
    }

    /// <summary>Asks it to end, as a container's host does.</summary>
    public void SendTerminate() => Kill(_process.Id, Terminate).ShouldBe(0);

    /// <summary>Waits for its end.</summary>
    public async Task<int> ExitCode()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience.Limit);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    // The end of one of the two streams comes as null; lines of the other may still come, and are only lost for LineWith.
    private void Heard(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        _lines.Writer.TryWrite(line);
    }
}
