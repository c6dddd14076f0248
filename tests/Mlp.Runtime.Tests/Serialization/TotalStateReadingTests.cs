using System;
using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>
/// Reading what an optimizer remembers is total: whatever the bytes, the network has weights and a state that can be, or a
/// <see cref="WeightFileException"/> and what it had.
/// </summary>
public sealed class TotalStateReadingTests
{
    private static readonly WeightFileOptions WithState = new() { OptimizerState = true };
    private static readonly byte[] Good = new ResumableNetwork(3).Saved(WithState);

    // What the state is made of, and what it should not be made of.
    private static readonly string[] Pieces =
    [
        "\\u0022", "\"", ",", ":", "{", "}", "[", "]", "0", "1", "-1", "1e9", "1e999", "3", "0.333", "9223372036854775807", "9223372036854775808", "null", "true",
        "mlp.optimizer", "mlp.optimizer.", "mean", "square", "velocity", ".0.weight", ".2.bias", "Adam", "SGD", "kind", "steps", "remainders", "masks", ",\\u0022masks\\u0022:[7,9]",
        "\"F32\"", "\"F16\"", "\"F4\"", "\"I64\"", "[3,2]", "[2,3]", "[0,0]", "\\ud800", "\\u0000",
        "\"mlp.optimizer.x\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},",
    ];

    private enum Outcome
    {
        Refused,
        Anew,
        Resumed,
    }

    [Fact]
    public void Of_edits_of_the_text() => Check(FileEdits.OfText(Good, Pieces));

    [Fact]
    public void Of_edits_of_the_optimizer_alone()
    {
        string header = Safetensors.HeaderOf(Good);
        const string Key = "\"mlp.optimizer\":\"";
        int start = header.IndexOf(Key, StringComparison.Ordinal) + Key.Length;
        int end = header.IndexOf('"', start);
        Gen<byte[]> files = from at in Gen.Choose(start, end)
                            from length in Gen.Choose(0, 12)
                            from pieces in Gen.Elements(Pieces).ListOf(1).Or(Gen.Elements(Pieces).ListOf(2)).Or(Gen.Elements(Pieces).ListOf(3))
                            select Safetensors.File(header[..at] + string.Concat(pieces) + header[Math.Min(end, at + length)..], 204);
        Check(files);
    }

    [Fact]
    public void Of_flipped_bits_and_an_early_end() => Check(FileEdits.OfBits(Good));

    [Fact]
    public void Of_any_byte_flipped_in_any_bit_and_cut_at_any_byte()
    {
        int resumed = 0;
        for (int at = 0; at < Good.Length; at++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                resumed += Read(FileEdits.Flipped(Good, Good.Length, (at, 1 << bit))) == Outcome.Resumed ? 1 : 0;
            }

            Read(Good[..at]).ShouldBe(Outcome.Refused);
        }

        // Flips of the values, of the metadata and of spaces are no faults, but for the sign of a mean of squares.
        resumed.ShouldBeGreaterThan(204 * 6);
    }

    private static void Check(Gen<byte[]> files) => ManyFiles.Read(files, file => Read(file));

    /// <summary>Reads a file, whole and byte by byte: the same comes of it, within bounds.</summary>
    private static Outcome Read(byte[] file)
    {
        (var network, var slow, var before) = (new ResumableNetwork(8), new ResumableNetwork(8), new ResumableNetwork(8));
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        WeightFileError? code = Code(network, new MemoryStream(file));
        (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan((4L * file.Length) + ManyFiles.Constant);
        Code(slow, new SlowStream(file)).ShouldBe(code);
        slow.Equals(network).ShouldBeTrue();
        network.Equals(before).ShouldBe(code is not null);
        network.Parameters.Concat(network.Moments).All(float.IsFinite).ShouldBeTrue();
        network.Moments.Skip(17).All(value => value >= 0).ShouldBeTrue();
        return code is not null ? Outcome.Refused
            : network.Progress == default && network.Moments.All(value => value == 0) ? Outcome.Anew
            : Outcome.Resumed;
    }

    private static WeightFileError? Code(ResumableNetwork network, Stream stream) => ManyFiles.CodeOf(() => network.LoadWeights(stream, WithState));
}
