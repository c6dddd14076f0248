using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Mlp.Onnx.Text;
using Mlp.Serialization;
using Mlp.Serving;

namespace Mlp.Build;

/// <summary>
/// Converts a file when its content is another than that of the text. Time and length do not tell: archives, restored caches
/// and <c>cp -p</c> put another file in its place with the same of both.
/// </summary>
internal static class FileConversion
{
    private const string Content = "content ";

    private const int PieceBytes = 1 << 16;

    /// <summary>The version, and the name of the file.</summary>
    private const int LinesBefore = 2;

    /// <summary>Converts a file, unless the text is of this very content. A file that is refused is converted too: into why.</summary>
    /// <exception cref="IOException">The text could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The text may not be written.</exception>
    internal static void Run(RequestedFile file, string destination)
    {
        string[] identity = [.. RealLine(file.Path), .. ContentLine(file)];
        bool isReadable = identity is [.., var last] && last.StartsWith(Content, StringComparison.Ordinal);
        if (isReadable && File.Exists(destination) && IsOf(file, identity, destination))
        {
            return;
        }

        // Where it could not be read, only the next build knows better.
        string lines = isReadable ? string.Concat(identity.Select(line => line + "\n")) : "";
        WriteWhereDifferent(destination, file.Text(lines));
    }

    /// <summary>Writes a text in one step; one that says the same stays as it is, so that nothing is compiled for it.</summary>
    internal static void WriteWhereDifferent(string destination, string text)
    {
        if (File.Exists(destination) && File.ReadAllText(destination) == text)
        {
            return;
        }

        WeightPath.Replace(destination, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(text);
        });
    }

    /// <summary>What is another for another content, and by another version of this program; null where the file cannot be read.</summary>
    internal static string? HashOf(string path)
    {
        try
        {
            using FileStream stream = WeightPath.OpenRead(path);
            return HashOf(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a text was made of these very contents.</summary>
    private static bool IsOf(RequestedFile file, string[] identity, string text)
    {
        IEnumerable<string> lines = File.ReadLines(text).Skip(LinesBefore);
        return lines.Take(identity.Length).SequenceEqual(identity) && file.HasOthersOf(lines.Skip(identity.Length));
    }

    private static IEnumerable<string> ContentLine(RequestedFile file) => HashOf(file.Path) is { } hash ? [Content + hash] : [];

    private static string HashOf(FileStream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(FileConversion).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(OnnxText).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(WeightPath).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(BitConverter.GetBytes(stream.Length));

        // A longer one is refused for its length. One that grows while it is read is another in the next build.
        long left = stream.Length > WeightFileLimits.File ? 0 : stream.Length;
        byte[] piece = new byte[PieceBytes];
        for (int read = 1; left > 0 && read > 0; left -= read)
        {
            read = stream.Read(piece, 0, (int)Math.Min(piece.Length, left));
            hash.AppendData(piece, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What a file is where a link leads to it: two names of one file are one file.</summary>
    private static IEnumerable<string> RealLine(string path) =>
        SymbolicLinks.Resolve(path) is { } real && real != path ? ["real " + real.ReplaceLineEndings(" ")] : [];
}
