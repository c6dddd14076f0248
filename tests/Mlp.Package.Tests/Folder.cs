using System.IO;
using System.Linq;

namespace Mlp.Package.Tests;

/// <summary>Copies of folders.</summary>
internal static class Folder
{
    private static readonly string[] BuildOutput = ["bin", "obj"];

    /// <summary>Copies the files of a folder.</summary>
    public static void CopyFiles(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    /// <summary>Copies a folder and those in it, without what a build left there.</summary>
    public static void CopySources(string from, string to)
    {
        CopyFiles(from, to);
        foreach (string folder in Directory.GetDirectories(from).Where(folder => !BuildOutput.Contains(Path.GetFileName(folder))))
        {
            CopySources(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
