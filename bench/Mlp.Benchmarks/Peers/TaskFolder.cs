using System;
using System.IO;

namespace Mlp.Benchmarks.Peers;

/// <summary>A temporary folder with the problems that peers in other processes read.</summary>
internal sealed class TaskFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlp-peers-").FullName;

    /// <summary>The problem's file, written at first use.</summary>
    public string PathOf(Problem problem)
    {
        string path = Path.Combine(_root, $"{problem.Work.Network.Name}-{problem.Work.Call}");
        if (!File.Exists(path))
        {
            ProblemFile.Write(problem, path);
        }

        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_root, recursive: true);
}
