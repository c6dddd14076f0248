using System;
using System.IO;

namespace Mlp.Serialization;

/// <summary>Files of weights by their paths: opened to be read, or replaced in one step.</summary>
internal static class WeightPath
{
    /// <summary>Opens a file to read it.</summary>
    /// <exception cref="IOException">There is no ordinary file, or it cannot be opened.</exception>
    internal static FileStream OpenRead(string path)
    {
        string file = Resolve(path);
        SpecialFile.Refuse(file);

        // No buffer: what reads it asks for large pieces.
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        if (stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        throw new IOException($"{path} is a device or a pipe, but must be a file: open it as a stream if it is meant.");
    }

    /// <summary>
    /// Writes a file in one step: into a temporary file of the same directory, onto the disk, then renamed. Whatever happens,
    /// the path has the old file or the new one, whole.
    /// </summary>
    /// <param name="path">The file. Where it is a symbolic link, the link stays and what it leads to is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file could not be written; the old one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or the directory does not admit a file.</exception>
    internal static void Replace(string path, Action<Stream> write)
    {
        string target = Resolve(path);
        SpecialFile.Refuse(target);
        var existing = new FileInfo(target);
        if (existing.Exists && existing.IsReadOnly)
        {
            throw new UnauthorizedAccessException($"{path} is read-only: make it writable, or save to another path.");
        }

        // Not the target's name and more: that could be too long.
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.tmp");
        var stream = new FileStream(temporary, Creation(existing));
        try
        {
            using (stream)
            {
                if (existing.Exists && !OperatingSystem.IsWindows())
                {
                    // Once more: what a file is created with, the process's mask cuts.
                    File.SetUnixFileMode(stream.SafeFileHandle, existing.UnixFileMode);
                }

                Write(stream, write, path);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            Delete(temporary);
            throw;
        }
    }

    private static void Write(FileStream stream, Action<Stream> write, string path)
    {
        try
        {
            write(stream);
        }
        catch (ArgumentOutOfRangeException exception) when (exception.ParamName == "value")
        {
            // What .NET makes of EFBIG, as if somebody had set a length.
            throw new IOException($"{path} would be larger than the file system, or a limit of this process, permits.", exception);
        }
    }

    private static string Resolve(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
    }

    private static FileStreamOptions Creation(FileInfo existing)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (existing.Exists && !OperatingSystem.IsWindows())
        {
            // From the start: weights that others may not read are never readable for a moment.
            options.UnixCreateMode = existing.UnixFileMode;
        }

        return options;
    }

    private static void Delete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Why the file could not be written is what the caller must hear.
        }
    }
}
