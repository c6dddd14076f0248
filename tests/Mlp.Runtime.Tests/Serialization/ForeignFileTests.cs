using System;
using System.IO;
using System.Linq;
using System.Text;
using Mlp.Build;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>What stands in the place of a weight file is named, with what to do, whether it is loaded or compiled in.</summary>
public sealed class ForeignFileTests
{
    private const string Pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";
    private const string Page = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Sign in</title></head></html>";

    public static TheoryData<string, byte[], string> Files { get; } = new()
    {
        { "pointer", Encoding.UTF8.GetBytes(Pointer), "a Git LFS pointer, not a safetensors file: it stands for the file, which is elsewhere: run 'git lfs pull'" },
        { "pointer with CRLF", Encoding.UTF8.GetBytes(Pointer.Replace("\n", "\r\n", StringComparison.Ordinal)), "a Git LFS pointer" },
        { "pointer with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Pointer)], "a Git LFS pointer" },
        { "pointer in UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Pointer)], "a Git LFS pointer in UTF-16" },
        { "old pointer", Encoding.UTF8.GetBytes(Pointer.Replace("git-lfs.github.com", "hawser.github.com", StringComparison.Ordinal)), "a Git LFS pointer" },
        { "annex", "/annex/objects/SHA256E-s1024--abc.safetensors\n"u8.ToArray(), "a git-annex pointer" },
        { "DVC", "outs:\n- md5: a304afb96060aad90176268345e10355\n  path: model.safetensors\n"u8.ToArray(), "a DVC pointer" },
        { "page", Encoding.UTF8.GetBytes(Page), "an HTML page that begins \"<!DOCTYPE html>\"" },
        { "page behind a blank line", Encoding.UTF8.GetBytes("\r\n  " + Page.ToLowerInvariant()), "an HTML page" },
        { "XML", "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>"u8.ToArray(), "an XML text" },
        { "error", "{\"error\":\"Repository not found\"}"u8.ToArray(), "a JSON text that begins \"{\\\"error\\\":\\\"Repository not found\\\"}\"" },
        { "list", "[[0.1,0.2],[0.3,0.4]]"u8.ToArray(), "a JSON text" },
        { "no object", "{}"u8.ToArray(), "a JSON text" },
        { "words", "Not Found"u8.ToArray(), "a text that begins \"Not Found\"" },
        { "a word", "404"u8.ToArray(), "a text that begins \"404\"" },
        { "CSV", "sepal,petal\n5.1,1.4\n"u8.ToArray(), "a text that begins \"sepal,petal\"" },
        { "CSV in Latin-1", [.. "Messwert;Gr"u8, 0xF6, 0xDF, .. "e\n1,5;2\n"u8], "a text" },
        { "text in UTF-16", Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes("epoch;loss")).ToArray(), "a text in UTF-16 that begins \"epoch;loss\"" },
        { "text in UTF-16 without a mark", Encoding.Unicode.GetBytes("epoch;loss"), "a text in UTF-16" },
        { "gzip", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 0, 3, .. new byte[30]], "a gzip archive (.gz), not a safetensors file: unpack it" },
        { "gzip without a time, whose first bytes are a small number", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, .. new byte[30]], "a gzip archive" },
        { "long gzip without a time", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, .. Enumerable.Repeat((byte)0xA5, 600_000)], "a gzip archive" },
        { "xz", [0xFD, .. "7zXZ\0\0\x04"u8, .. new byte[30]], "an xz archive" },
        { "zstd", [0x28, 0xB5, 0x2F, 0xFD, 4, 0, 0, 0, .. new byte[30]], "a zstd archive" },
        { "7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, .. new byte[30]], "a 7z archive" },
        { "bzip2", [.. "BZh91AY&SY"u8, .. new byte[30]], "a bzip2 archive" },
        { "tar", Tar("model.safetensors"), "a tar archive" },
        { "tar of a short name, whose first bytes are a small number", Tar("m"), "a tar archive" },
        { "PDF", [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3], "a PDF document" },
        { "PNG", [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13], "a PNG image" },
        { "zip, cut off", "PK\x03\x04"u8.ToArray(), "a zip archive" },
        { "gzip, cut off", [0x1F, 0x8B], "a gzip archive" },
        { "database", [.. "SQLite format 3\0"u8, .. new byte[30]], "an SQLite database" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_named(string what, byte[] file, string name)
    {
        foreach (Func<Stream> open in (Func<Stream>[])[() => new MemoryStream(file), () => new SlowStream(file)])
        {
            WeightFileException exception = Should.Throw<WeightFileException>(() => WeightFile.Load(open(), Networks.Small), what);
            exception.Code.ShouldBe(WeightFileError.NotSafetensors);
            exception.Message.ShouldStartWith($"This is {name}");
            exception.Message.ShouldContain(", not a safetensors file: ");
            exception.Message.Any(char.IsControl).ShouldBeFalse();
            Should.Throw<WeightFileException>(() => WeightFile.ReadMetadata(open(), "key")).Message.ShouldBe(exception.Message);
            WeightText.Of("x", open, allowDouble: false, zeroBiases: false, out _).ToString().ShouldContain($"fault NotSafetensors {exception.Message}");
        }
    }

    /// <summary>Whatever the first bytes are, with a length that can be and a brace behind it a file is one of weights.</summary>
    [Fact]
    public void No_weights_are_mistaken()
    {
        foreach (int length in (int[])[0x088B1F, 0x5A37, 0x4D5A, 0x4B50, 0x2020, 0x7B7B, 0x3C3C, 0x4238, 0x0308, 0xFEFF])
        {
            byte[] header = Encoding.UTF8.GetBytes(Safetensors.Header + new string(' ', length - Safetensors.Header.Length));
            Safetensors.Load(Safetensors.File(header, new byte[Safetensors.DataBytes])).ShouldBe(new float[17]);
            byte[] cut = Safetensors.File(header, new byte[Safetensors.DataBytes])[..500];
            Should.Throw<WeightFileException>(() => Safetensors.Load(cut)).Code.ShouldBe(length > 500 ? WeightFileError.HeaderPastEnd : WeightFileError.Truncated);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void A_beginning_of_zeros_is_too_short(int length) =>
        Should.Throw<WeightFileException>(() => Safetensors.Load(new byte[length])).Code.ShouldBe(WeightFileError.TooShort);

    private static byte[] Tar(string name)
    {
        byte[] archive = new byte[10_240];
        Encoding.ASCII.GetBytes(name).CopyTo(archive, 0);
        "0000644"u8.CopyTo(archive.AsSpan(100));
        "ustar"u8.CopyTo(archive.AsSpan(257));
        return archive;
    }
}
