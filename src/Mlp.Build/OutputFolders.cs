using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Mlp.Build;

/// <summary>
/// Knows the folders that builds write to. A wildcard of the project reaches into them, and finds the copies of its own weight files
/// there. What a project names, or a wildcard that begins in such a folder, is meant as it is.
/// </summary>
internal sealed class OutputFolders
{
    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string _project;
    private readonly string? _assembly;
    private readonly HashSet<string> _folders;

    /// <param name="project">The folder of the project.</param>
    /// <param name="folders">Folders that its builds write to, relative to it or not; empty ones are none.</param>
    /// <param name="assembly">The file that each of its builds writes; null where it is not known.</param>
    internal OutputFolders(string project, IEnumerable<string> folders, string? assembly)
    {
        _project = Normal(project);
        _assembly = string.IsNullOrWhiteSpace(assembly) ? null : assembly;
        _folders = new HashSet<string>(
            folders.Where(folder => !string.IsNullOrWhiteSpace(folder)).Select(folder => Normal(Path.Combine(_project, folder.Replace('\\', '/')))), StringComparer.FromComparison(Comparison));
    }

    /// <summary>Whether a wildcard has found a file in one of them.</summary>
    /// <param name="file">The full path of the file.</param>
    /// <param name="wildcard">The folders that <c>**</c> stood for; empty for a file that was named.</param>
    internal bool Have(string file, string wildcard)
    {
        string folder = Path.GetDirectoryName(file) ?? "";
        int depth = wildcard.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Length;
        for (; depth > 0 && folder.Length > 0; depth--)
        {
            if (!IsAround(folder) && IsOutput(folder))
            {
                return true;
            }

            folder = Path.GetDirectoryName(folder) ?? "";
        }

        return false;
    }

    private bool IsOutput(string folder) =>
        _folders.Contains(Normal(folder))
        || (_assembly is not null && File.Exists(Path.Combine(folder, _assembly)))
        || (Path.GetFileName(folder) is "bin" or "obj" && IsOfProject(Path.GetDirectoryName(folder)));

    /// <summary>Whether the project itself is in it: then it is no folder for output alone.</summary>
    private bool IsAround(string folder) =>
        (_project + Path.DirectorySeparatorChar).StartsWith(Normal(folder) + Path.DirectorySeparatorChar, Comparison);

    /// <summary>Whether a project is there, this one or another: its bin and obj are full of what was built.</summary>
    private static bool IsOfProject(string? folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.*proj").Any();

    private static string Normal(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
}
