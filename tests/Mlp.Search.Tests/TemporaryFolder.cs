using System;
using System.IO;

namespace Mlp.Searching.Tests;

/// <summary>A folder for the length of a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("mlp-search-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
