using System;
using System.Text;
using System.Text.Unicode;
using Mlp.Text;

namespace Mlp.Serialization;

/// <summary>Knows texts that are found in the place of a weight file: what stands for it elsewhere, and what a server or a person wrote.</summary>
internal static class ForeignText
{
    private const int LongestShown = 48;

    /// <summary>What to do where a server sent something else.</summary>
    internal const string Download = "a download may have given it instead of the file, because a login was missing or the address was not that of the raw file";

    /// <summary>Names what a text is, and says what to do; none where the bytes are no text.</summary>
    /// <param name="first">The first bytes of a file.</param>
    internal static ForeignFile? Recognize(ReadOnlySpan<byte> first)
    {
        string? encoding = null;
        if (first.StartsWith("\uFEFF"u8))
        {
            first = first[3..];
        }
        else if (Utf16(first) is { } utf16)
        {
            encoding = " in UTF-16";
            first = Encoding.UTF8.GetBytes(utf16.GetString(first[..(first.Length & ~1)]).TrimStart('\uFEFF'));
        }

        ReadOnlySpan<byte> text = first.TrimStart(" \t\r\n"u8);

        // One or two letters may as well be the beginning of a file that was cut off.
        bool isLong = text.Length > 2 || text.SequenceEqual("{}"u8) || text.SequenceEqual("[]"u8);
        return !isLong || !IsText(first) ? null : Kind(text, encoding ?? string.Empty);
    }

    private static ForeignFile Kind(ReadOnlySpan<byte> text, string encoding)
    {
        if (text.StartsWith("version https://git-lfs"u8) || text.StartsWith("version https://hawser"u8) || text.StartsWith("version http://git-media"u8))
        {
            return new ForeignFile($"a Git LFS pointer{encoding}", ForeignKind.Pointer, "it stands for the file, which is elsewhere: run 'git lfs pull' (once before it 'git lfs install'), or check out with LFS");
        }

        if (text.StartsWith("/annex/objects/"u8) || text.StartsWith(".git/annex/"u8))
        {
            return new ForeignFile($"a git-annex pointer{encoding}", ForeignKind.Pointer, "it stands for the file, which is elsewhere: run 'git annex get' on it");
        }

        if (text.StartsWith("outs:"u8) || (text.StartsWith("md5: "u8) && text.IndexOf("outs:"u8) > 0))
        {
            return new ForeignFile($"a DVC pointer{encoding}", ForeignKind.Pointer, "it stands for the file, which is elsewhere: run 'dvc pull'");
        }

        string beginning = $"{encoding} that begins {QuotedText.Of(Cut(text))}";
        return text[0] == '<' && (Contains(text, "<html") || Contains(text, "<!doctype html") || Contains(text, "<head")) ? new ForeignFile($"an HTML page{beginning}", ForeignKind.Download, Download)
            : text[0] == '<' ? new ForeignFile($"an XML text{beginning}", ForeignKind.Download, Download)
            : text[0] is (byte)'{' or (byte)'[' ? new ForeignFile($"a JSON text{beginning}", ForeignKind.Download, $"{Download}; weights that are text must be saved as safetensors")
            : text.StartsWith("-----BEGIN "u8) ? new ForeignFile($"a PEM text{beginning}", ForeignKind.Other, "check that the path is that of the weights")
            : new ForeignFile($"a text{beginning}", ForeignKind.Other, "check that the path is that of the weights, and that they were downloaded unchanged");
    }

    /// <summary>Which of the two orders of bytes a text of 16-bit characters has, by its mark or by Latin letters; none where it is none.</summary>
    private static UnicodeEncoding? Utf16(ReadOnlySpan<byte> first)
    {
        if (first.Length < 4)
        {
            return null;
        }

        bool isLittle = first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || (IsLatin(first[0]) && first[1] == 0 && IsLatin(first[2]) && first[3] == 0);
        bool isBig = first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || (first[0] == 0 && IsLatin(first[1]) && first[2] == 0 && IsLatin(first[3]));
        return isLittle || isBig ? new UnicodeEncoding(isBig, byteOrderMark: false) : null;
    }

    private static bool IsLatin(byte value) => value is >= 0x20 and < 0x7F or (byte)'\r' or (byte)'\n' or (byte)'\t';

    /// <summary>Whether bytes are UTF-8, cut off anywhere, or an older encoding of one byte a letter, without control characters.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        bool isAscii = true;
        foreach (byte value in bytes)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f' or 0x1B) || value == 0x7F)
            {
                return false;
            }

            isAscii &= value < 0x80;
        }

        // Older encodings have other letters here and there, but hardly eight of them to begin with, as a number may.
        return isAscii || IsUtf8(bytes) || !bytes[..Math.Min(8, bytes.Length)].ContainsAnyInRange((byte)0x80, (byte)0xFF);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // The last letter may be cut.
        for (int cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<byte> text, string what) => Encoding.Latin1.GetString(text).Contains(what, StringComparison.OrdinalIgnoreCase);

    // The first line: one line is shown.
    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny((byte)'\r', (byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? text : text[..end];
        return line.Length <= LongestShown ? line : line[..LongestShown];
    }
}
