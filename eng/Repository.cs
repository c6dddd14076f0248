using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Mlp;

/// <summary>The files of the repository, for tests and tools that read or write its pages and sources. Projects link this file.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    public static bool Exists(params string[] path) => File.Exists(Path.Combine([Root, .. path]));

    /// <summary>The C# files under a folder, by their path from it with forward slashes.</summary>
    public static IReadOnlyDictionary<string, string> Sources(params string[] folder)
    {
        string directory = Path.Combine([Root, .. folder]);
        return Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(directory, file).Replace('\\', '/'), File: file))
            .Where(source => !source.Path.Split('/').Any(part => part is "bin" or "obj"))
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .ToDictionary(source => source.Path, source => File.ReadAllText(source.File));
    }

    // Up from the built program, or from this source file where the build keeps its output elsewhere. The source file alone would
    // not do: a deterministic build calls the root of the repository "/_/".
    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(thisFile)! })
        {
            for (DirectoryInfo? directory = new(start); directory is not null; directory = directory.Parent)
            {
                if (File.Exists(Path.Combine(directory.FullName, "Mlp.sln")))
                {
                    return directory.FullName;
                }
            }
        }

        throw new DirectoryNotFoundException($"Mlp.sln is in no folder above {AppContext.BaseDirectory} or {thisFile}.");
    }
}
