using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>
/// Reading is total: whatever the bytes, it gives weights or a <see cref="WeightFileException"/>, soon, and within four times
/// the file's size of memory.
/// </summary>
public sealed class TotalReadingTests
{
    private const int CasesOfEach = 30_000;

    // What is allocated for a file of no size: the exception with its trace, and the message.
    private const long Constant = 64 << 10;

    private static readonly byte[] Good = Safetensors.Save(Networks.Small, Networks.Parameters(Networks.Small));
    private static readonly string Header = Safetensors.HeaderOf(Good);

    // What a header is made of, and what it should not be made of.
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", " ", "0", "1", "-1", "1e9", "24", "36", "68", "18446744073709551615", "9223372036854775808", "null",
        "true", "\"dtype\"", "\"F32\"", "\"F16\"", "\"I64\"", "\"shape\"", "\"data_offsets\"", "\"__metadata__\"", "\"0.weight\"", "\"mlp.x\"",
        "\\ud800", "\\u0061", "\0", "\uFEFF", "/**/", "[0,0]", "[3,2]", "[2,3]", "{}", "[]", Safetensors.Weight0, Safetensors.Bias2,
    ];

    [Fact]
    public void Of_random_bytes()
    {
        Gen<byte[]> bytes = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

        // Bytes alone hardly ever have a possible length: half of them get one.
        Gen<byte[]> withLength = from body in bytes
                                 from length in Gen.Choose(0, 40)
                                 select (byte[])[(byte)length, 0, 0, 0, 0, 0, 0, 0, .. body];
        Gen<byte[]> withPieces = from pieces in Gen.Elements(Pieces).ArrayOf()
                                 from data in Gen.Choose(0, 80)
                                 select Safetensors.File(string.Concat(pieces), data);
        Check(Gen.OneOf(bytes, withLength, withPieces));
    }

    [Fact]
    public void Of_a_good_file_with_up_to_three_structural_edits() => Check(HeaderEdits.Files);

    [Fact]
    public void Of_a_good_file_with_up_to_three_edits_of_its_text()
    {
        Gen<Func<string, string>> edit =
            from at in Gen.Choose(0, Header.Length - 1)
            from length in Gen.Choose(0, 30)
            from other in Gen.Choose(0, Header.Length - 1)
            from piece in Gen.Elements(Pieces)
            from kind in Gen.Choose(0, 4)
            select (Func<string, string>)(text => Edit(text, kind, at % Math.Max(1, text.Length), other % Math.Max(1, text.Length), length, piece));
        Gen<byte[]> files =
            from edits in edit.ListOf(1).Or(edit.ListOf(2)).Or(edit.ListOf(3))
            from data in Gen.Frequency((6, Gen.Constant(68)), (1, Gen.Choose(0, 100)))
            from shift in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(-3, 3)))
            select Shifted(Safetensors.File(edits.Aggregate(Header, (text, change) => change(text)), data), shift);
        Check(files);
    }

    [Fact]
    public void Of_a_good_file_with_flipped_bits_and_an_early_end()
    {
        Gen<(int At, int Mask)> flip = from at in Gen.Choose(0, Good.Length - 1)
                                       from mask in Gen.Choose(1, 255)
                                       select (at, mask);
        Gen<byte[]> files = from flips in flip.ListOf(1).Or(flip.ListOf(2)).Or(flip.ListOf(4))
                            from length in Gen.Frequency((3, Gen.Constant(Good.Length)), (1, Gen.Choose(0, Good.Length)))
                            select Flipped(length, [.. flips]);
        Check(files);
    }

    [Fact]
    public void Of_a_good_file_with_any_byte_flipped_in_any_bit_and_cut_at_any_byte()
    {
        int loaded = 0;
        for (int at = 0; at < Good.Length; at++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                loaded += Read(Flipped(Good.Length, (at, 1 << bit))) ? 1 : 0;
            }

            Read(Good[..at]).ShouldBeFalse();
        }

        // Flips of the values, of the metadata and of spaces are no faults.
        loaded.ShouldBeGreaterThan(68 * 7);
    }

    private static void Check(Gen<byte[]> files)
    {
        int read = 0;
        Prop.ForAll(files.ToArbitrary(), file =>
        {
            read++;
            Read(file);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(CasesOfEach).WithReplay(new Replay(new Rnd(1, 3), null)));
        read.ShouldBeGreaterThanOrEqualTo(CasesOfEach);
    }

    /// <summary>Reads a file, whole and byte by byte: the same comes of it, within bounds.</summary>
    /// <returns>Whether it loaded.</returns>
    private static bool Read(byte[] file)
    {
        long started = Stopwatch.GetTimestamp();
        long before = GC.GetAllocatedBytesForCurrentThread();
        WeightFileError? code = Code(new MemoryStream(file));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan((4L * file.Length) + Constant);

        // Far more than the microseconds it takes: another process may have the processor for a while.
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        Code(new SlowStream(file)).ShouldBe(code);
        return code is null;
    }

    private static WeightFileError? Code(Stream stream)
    {
        try
        {
            WeightFile.Load(stream, Networks.Small).Length.ShouldBe(17);
            return null;
        }
        catch (WeightFileException exception)
        {
            return exception.Code;
        }
    }

    private static string Edit(string text, int kind, int at, int other, int length, string piece)
    {
        if (text.Length == 0)
        {
            return piece;
        }

        int end = Math.Min(text.Length, at + length);
        return kind switch
        {
            0 => text.Remove(at, end - at),
            1 => text.Insert(at, piece),
            2 => text[..at] + piece + text[end..],
            3 => text.Insert(other, text[at..end]),
            _ => string.Join(piece, text.Split(text[at], 3)),
        };
    }

    private static byte[] Shifted(byte[] file, int shift)
    {
        file[0] += (byte)shift;
        return file;
    }

    private static byte[] Flipped(int length, params (int At, int Mask)[] flips)
    {
        byte[] file = (byte[])Good.Clone();
        foreach ((int at, int mask) in flips)
        {
            file[at] ^= (byte)mask;
        }

        return file[..length];
    }
}
