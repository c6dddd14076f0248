using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Mlp.Benchmarks.Peers;

/// <summary>A peer in a process of its own, which loops on its side of the boundary; native/peer.h describes the conversation.</summary>
internal sealed class ProcessContender : IContender
{
    private const string Missing = "not installed: run bench/peers/install.sh";

    private readonly TaskFolder _folder;
    private readonly Process? _process;
    private readonly bool _isAvailable;

    /// <summary>Starts the peer, if it is there.</summary>
    public ProcessContender(string name, VectorWidth width, TaskFolder folder, string program, params string[] arguments)
    {
        Name = name;
        _folder = folder;
        _process = Start(width, program, arguments);
        string? about = _process is null ? null : Ask("about");
        _isAvailable = about is not null;
        About = about is null ? Missing : about["about ".Length..];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string About { get; }

    /// <inheritdoc/>
    public bool KeepsToWidth => true;

    /// <inheritdoc/>
    public Answer Measure(Problem problem, double milliseconds)
    {
        if (!_isAvailable)
        {
            return Answer.None(Missing);
        }

        string path = _folder.PathOf(problem);
        string resultPath = path + ".result";
        string time = milliseconds.ToString(CultureInfo.InvariantCulture);
        string? line = Ask(string.Join('\t', problem.Work.Call, problem.Work.Network.Name, path, resultPath, time));
        string[] words = line?.Split(' ', 3) ?? [];
        return words switch
        {
            ["time", var nanoseconds, var how] => new(Number(nanoseconds), problem.ChannelsFirst.Restored(ProblemFile.ReadResult(resultPath)), how),
            ["unlike", var nanoseconds, var why] => new(Number(nanoseconds), null, why),
            ["none", ..] => Answer.None(line!["none ".Length..]),
            _ => throw new InvalidDataException($"{Name} answered '{line}' to {problem.Work}"),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
        }
    }

    private static Process? Start(VectorWidth width, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string switchName, string value) in width.PeerSwitches)
        {
            start.Environment[switchName] = value;
        }

        try
        {
            var process = Process.Start(start);
            process?.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string? Ask(string question)
    {
        try
        {
            _process!.StandardInput.WriteLine(question);
            _process.StandardInput.Flush();
            return _process.StandardOutput.ReadLine();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
