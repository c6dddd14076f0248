using System;
using System.Formats.Tar;
using System.IO;

namespace Mlp.Serialization;

/// <summary>Knows files that are no files: devices, pipes, sockets.</summary>
/// <remarks>
/// To open a pipe waits for its other end, and to replace a device destroys it: they must be known before. The one part of the
/// base library that tells them apart is the writer of tar archives, which notes the kind of an entry without opening what is special.
/// </remarks>
internal static class SpecialFile
{
    /// <summary>Whether a path leads to one. What does not exist is none.</summary>
    /// <param name="path">A path whose links are resolved.</param>
    internal static bool Is(string path)
    {
        // They have no length; so only empty files take the long way.
        var file = new FileInfo(path);
        if (OperatingSystem.IsWindows() || !file.Exists || file.Length != 0)
        {
            return false;
        }

        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
            {
                writer.WriteEntry(path, "file");
            }
        }
        catch (IOException)
        {
            // A socket, which an archive cannot hold.
            return true;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType is not TarEntryType.RegularFile;
    }

    /// <summary>Refuses what is no ordinary file.</summary>
    /// <param name="path">A path whose links are resolved.</param>
    /// <exception cref="IOException">It is a directory, a device, a pipe or a socket.</exception>
    internal static void Refuse(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a directory: name a file in it.");
        }

        if (Is(path))
        {
            throw new IOException($"{path} is a device, a pipe or a socket, but must be a file: open it as a stream if it is meant.");
        }
    }
}
