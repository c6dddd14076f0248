using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Mlp.Serving;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>
/// Reading is total: whatever the bytes, it gives weights or a <see cref="WeightFileException"/>, soon, and within four times
/// the file's size of memory.
/// </summary>
public sealed class TotalReadingTests
{
    private static readonly byte[] Good = Safetensors.Save(Networks.Small, Networks.Parameters(Networks.Small));

    // What a header is made of, and what it should not be made of.
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", " ", "0", "1", "-1", "1e9", "24", "36", "68", "18446744073709551615", "9223372036854775808", "null",
        "true", "\"dtype\"", "\"F32\"", "\"F16\"", "\"I64\"", "\"shape\"", "\"data_offsets\"", "\"__metadata__\"", "\"0.weight\"", "\"mlp.x\"",
        "\\ud800", "\\u0061", "\0", "\uFEFF", "/**/", "[0,0]", "[3,2]", "[2,3]", "{}", "[]", Safetensors.Weight0, Safetensors.Bias2,
    ];

    private static readonly string[] TravellingPieces =
    [
        "\\u0022", ",", ":", "{", "}", "[", "]", "0", "1", "-1", "1e999", "NaN", "null", "cat", "kind", "StandardScaler", "MinMaxScaler", "mean", "scale", "range",
        "->", "within", "each", ";", "parameters", "schema", new string('b', 64), "mlp.classNames", "mlp.scaler", "mlp.target_scaler", "mlp.canary", "\\ud800", "\\u0000", " ",
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
    public void Of_a_good_file_with_up_to_three_edits_of_its_text() => Check(FileEdits.OfText(Good, Pieces));

    [Fact]
    public void Of_a_good_file_with_edits_of_what_travels_with_the_weights()
    {
        byte[] file = Safetensors.Save(Networks.Small, new float[17], new WeightFileOptions
        {
            ClassNames = ["cat", "dog"],
            Scaler = new StandardScaler([1, 2], [3, 4]),
            TargetScaler = new MinMaxScaler([0, 0], [1, 2]),
            Canary = Canary.Parse("1 2 -> 3 4 within 1 2 each; 1 2 -> 3 4 within 1 2 each"),
        });
        Check(FileEdits.OfText(file, TravellingPieces));
    }

    [Theory]
    [InlineData("mlp.classNames", "[", "\\\"{0}\\\",", 65_000)]
    [InlineData("mlp.scaler", "{{\\\"kind\\\":\\\"StandardScaler\\\",\\\"mean\\\":[", "1,", 400_000)]
    [InlineData("mlp.canary", "", "1 ", 400_000)]
    [InlineData("mlp.canary", "", "1 -> 1 within 1;", 50_000)]
    public void What_travels_takes_no_more_than_twenty_times_its_size(string key, string start, string piece, int count)
    {
        string value = string.Format(System.Globalization.CultureInfo.InvariantCulture, start, "")
            + string.Concat(Enumerable.Range(0, count).Select(index => string.Format(System.Globalization.CultureInfo.InvariantCulture, piece, index)));
        byte[] file = Safetensors.File($"{{\"__metadata__\":{{\"{key}\":\"{value}\"}},{Safetensors.Header[1..]}");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<WeightFileException>(() => WeightFile.Load(new MemoryStream(file), Networks.Small));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20L * file.Length);
    }

    [Fact]
    public void Of_a_good_file_with_flipped_bits_and_an_early_end() => Check(FileEdits.OfBits(Good));

    [Fact]
    public void Of_a_good_file_with_any_byte_flipped_in_any_bit_and_cut_at_any_byte()
    {
        int loaded = 0;
        for (int at = 0; at < Good.Length; at++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                loaded += Read(FileEdits.Flipped(Good, Good.Length, (at, 1 << bit))) ? 1 : 0;
            }

            Read(Good[..at]).ShouldBeFalse();
        }

        // Flips of the values, of the metadata and of spaces are no faults.
        loaded.ShouldBeGreaterThan(68 * 7);
    }

    private static void Check(Gen<byte[]> files) => ManyFiles.Read(files, file => Read(file));

    /// <summary>Reads a file, whole and byte by byte: the same comes of it, within bounds.</summary>
    /// <returns>Whether it loaded.</returns>
    private static bool Read(byte[] file)
    {
        long started = Stopwatch.GetTimestamp();
        long before = GC.GetAllocatedBytesForCurrentThread();
        WeightFileError? code = Code(new MemoryStream(file));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan((4L * file.Length) + ManyFiles.Constant);

        // Far more than the microseconds it takes: another process may have the processor for a while.
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        Code(new SlowStream(file)).ShouldBe(code);
        return code is null;
    }

    private static WeightFileError? Code(Stream stream) => ManyFiles.CodeOf(() => WeightFile.Load(stream, Networks.Small).Length.ShouldBe(17));
}
