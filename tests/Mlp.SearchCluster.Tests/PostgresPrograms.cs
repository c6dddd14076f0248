using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Mlp.SearchCluster.Tests;

/// <summary>The programs of PostgreSQL on this machine.</summary>
internal static class PostgresPrograms
{
    private const string Versions = "/usr/lib/postgresql";

    /// <summary>Their folder; none where PostgreSQL is not installed.</summary>
    internal static string? Folder { get; } = Folders().FirstOrDefault(static folder => HasProgram(folder, "postgres") && HasProgram(folder, "initdb"));

    private static IEnumerable<string> Folders()
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }

        if (Directory.Exists(Versions))
        {
            foreach (string version in Directory.GetDirectories(Versions).OrderDescending(StringComparer.Ordinal))
            {
                yield return Path.Combine(version, "bin");
            }
        }
    }

    private static bool HasProgram(string folder, string name) => File.Exists(Path.Combine(folder, name)) || File.Exists(Path.Combine(folder, name + ".exe"));
}
