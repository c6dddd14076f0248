using System;
using System.IO;

namespace Mlp.Serving;

/// <summary>What a file looks like from outside: where equal stamps are taken some time apart, its content is most likely the same.</summary>
/// <param name="RealPath">The path without links; empty where there is no file.</param>
/// <param name="Length">Bytes.</param>
/// <param name="LastWrite">UTC.</param>
/// <param name="Creation">UTC; a file renamed into the place of one with the same time of writing often has another.</param>
internal readonly record struct FileStamp(string RealPath, long Length, DateTime LastWrite, DateTime Creation)
{
    /// <summary>FAT counts time in steps of 2 s, the coarsest there is.</summary>
    internal static readonly TimeSpan CoarsestStep = TimeSpan.FromSeconds(2);

    private static readonly FileStamp Missing = new("", 0, default, default);

    internal bool Exists => RealPath.Length > 0;

    /// <summary>
    /// Whether the file may be written once more without showing another time: it was written just now, and time may have
    /// coarse steps.
    /// </summary>
    internal bool IsFresh => (DateTime.UtcNow - LastWrite).Duration() <= CoarsestStep;

    /// <summary>Looks, and opens nothing: to open a pipe would wait for who writes to it.</summary>
    /// <param name="path">A full path; links are followed.</param>
    internal static FileStamp Of(string path)
    {
        try
        {
            if (SymbolicLinks.Resolve(path) is not { } real)
            {
                return Missing;
            }

            var file = new FileInfo(real);
            return file.Exists ? new FileStamp(real, file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc) : Missing;
        }
        catch (Exception)
        {
            // It went away between two of these questions, or may not be asked, or a link leads to what is no path.
            return Missing;
        }
    }
}
