using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Mlp.Testing;

/// <summary>A program that serves on loopback until it is ended, in a process of its own.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private const string Listening = "Now listening on: ";

    // Longer than any machine takes.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _output = new();

    private ServerProcess(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
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

    /// <summary>Starts a program and waits for nothing.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    public static ServerProcess Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null) =>
        new(program, arguments, environment);

    /// <summary>Starts a program on a free port of loopback, and waits until it listens.</summary>
    /// <param name="program">Its path; ASP.NET Core is its server.</param>
    /// <param name="arguments">What it is given besides the address.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    public static async Task<ServerProcess> Serve(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var server = new ServerProcess(program, [.. arguments, "--urls=http://127.0.0.1:0"], environment);
        try
        {
            string line = await server.LineWith(Listening);
            server.Address = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client of the server.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { Expect100ContinueTimeout = Limit })
    {
        BaseAddress = Address,
        Timeout = Limit,
    };

    /// <summary>Waits for the next line that has a text in it.</summary>
    public async Task<string> LineWith(string text)
    {
        try
        {
            while (true)
            {
                string line = await _lines.Reader.ReadAsync().AsTask().WaitAsync(Limit);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (Exception exception) when (exception is TimeoutException or ChannelClosedException)
        {
            throw new InvalidOperationException($"the server never said '{text}', but:\n{Output}", exception);
        }
    }

    /// <summary>Asks it to end, as a container's host does.</summary>
    public void SendTerminate()
    {
        if (Kill(_process.Id, Terminate) != 0)
        {
            throw new InvalidOperationException("the signal did not reach the server");
        }
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> ExitCode()
    {
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
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
