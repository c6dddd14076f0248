using System;
using System.IO;
using System.Linq;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Streams that are slow, cannot seek, end early or fail, and what reading them costs.</summary>
public sealed class StreamTests
{
    private static readonly float[] Parameters = Networks.Parameters(Networks.Small);
    private static readonly byte[] File = Safetensors.Save(Networks.Small, Parameters);

    [Fact]
    public void One_byte_a_read_is_enough() =>
        Safetensors.SameBits(WeightFile.Load(new SlowStream(File), Networks.Small), Parameters).ShouldBeTrue();

    [Fact]
    public void A_file_may_begin_anywhere_in_a_stream()
    {
        using var stream = new MemoryStream([1, 2, 3, .. File]) { Position = 3 };
        Safetensors.SameBits(WeightFile.Load(stream, Networks.Small), Parameters).ShouldBeTrue();
        stream.Position.ShouldBe(stream.Length);
        stream.Position = stream.Length + 5;
        Should.Throw<WeightFileException>(() => WeightFile.Load(stream, Networks.Small)).Code.ShouldBe(WeightFileError.TooShort);
    }

    [Fact]
    public void What_a_stream_throws_passes_through_at_every_byte()
    {
        for (int failAt = 0; failAt <= File.Length; failAt++)
        {
            Should.Throw<IOException>(() => WeightFile.Load(new SlowStream(File, failAt), Networks.Small)).Message.ShouldBe("The line is dead.");
        }
    }

    [Fact]
    public void A_stream_that_ends_early_is_a_short_file_at_every_byte()
    {
        for (int length = 0; length < File.Length; length++)
        {
            WeightFileError code = Should.Throw<WeightFileException>(() => WeightFile.Load(new SlowStream(File[..length]), Networks.Small)).Code;
            code.ShouldBe(length < 8 ? WeightFileError.TooShort : length < File.Length - 68 ? WeightFileError.HeaderPastEnd : WeightFileError.Truncated);
        }
    }

    [Fact]
    public void A_write_that_fails_passes_through_at_every_byte()
    {
        for (int failAt = 0; failAt < File.Length; failAt++)
        {
            using var stream = new FullStream(failAt);
            Should.Throw<IOException>(() => WeightFile.Save(stream, Networks.Small, Parameters)).Message.ShouldBe("The disk is full.");
        }

        using var large = new FullStream(File.Length);
        WeightFile.Save(large, Networks.Small, Parameters);
    }

    [Fact]
    public void A_stream_must_read_or_write()
    {
        Should.Throw<ArgumentException>(() => WeightFile.Load(new FullStream(9), Networks.Small)).ParamName.ShouldBe("stream");
        Should.Throw<ArgumentException>(() => WeightFile.Save(new SlowStream([]), Networks.Small, Parameters)).ParamName.ShouldBe("stream");
        Should.Throw<ArgumentNullException>(() => WeightFile.Load((Stream)null!, Networks.Small));
        Should.Throw<ArgumentNullException>(() => WeightFile.Load(new MemoryStream(), null!));
        Should.Throw<ArgumentException>(() => WeightFile.Load(string.Empty, Networks.Small));
    }

    [Fact]
    public void A_claim_takes_no_memory()
    {
        // A megabyte of header and 16 MB of weights, claimed by few bytes in streams that do not say how long they are.
        NetworkDescription network = Networks.Of(Activation.ReLU, Activation.Identity, Loss.SquaredError, 2_000, 2_000);
        byte[] claim = Safetensors.Save(network, new float[4_002_000])[..1_000];
        foreach (byte[] file in (byte[][])[Safetensors.WithLength(1 << 20), claim])
        {
            Allocated(() => Should.Throw<WeightFileException>(() => WeightFile.Load(new SlowStream(file), network))).ShouldBeLessThan(100_000);
        }
    }

    [Theory]
    [InlineData("F32", 4)]
    [InlineData("F16", 2)]
    [InlineData("BF16", 2)]
    [InlineData("F64", 8)]
    public void Memory_is_four_times_the_file_at_most(string type, int size)
    {
        const int Count = 200_000;
        NetworkDescription network = Networks.Of(Activation.ReLU, Activation.Identity, Loss.SquaredError, 1, Count);
        byte[] file = Safetensors.OfValues(type, size, new byte[size * Count]);
        Allocated(() => Safetensors.Load(file, network, new WeightFileOptions { AllowDouble = true })).ShouldBeLessThan((4L * file.Length) + 100_000);
    }

    [Fact]
    public void Memory_of_headers_of_every_kind_is_four_times_the_file_at_most()
    {
        const int Size = 1_000_000;
        string[] headers =
        [
            "{" + string.Join(',', Enumerable.Range(0, 4_096).Select(index => $"\"{index:X}\":{{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[{4 * index},{(4 * index) + 4}]}}")) + "}",
            "{\"__metadata__\":{" + string.Join(',', Enumerable.Range(0, Size / 12).Select(index => $"\"{index:X}\":\"\"")) + "}}",
            "{\"a\":{" + string.Join(',', Enumerable.Range(0, Size / 10).Select(index => $"\"{index:X}\":0")) + "}}",
            "{\"a\":{\"x\":[0" + string.Concat(Enumerable.Repeat(",0", Size / 2)) + "]}}",
            "{\"__metadata__\":{\"mlp.network\":\"" + new string('x', Size) + "\"}}",
            "{\"__metadata__\":{\"mlp.network\":\"" + new string('x', Size / 2) + "\",\"mlp.optimizer\":\"" + new string('x', Size / 2) + "\"}}",
            "{\"" + string.Concat(Enumerable.Repeat("\\u0061", Size / 6)) + "\":0}",
            "{" + string.Join(',', Enumerable.Range(0, 4_000).Select(index => $"\"{index:X}\":0")) + "}",
        ];
        foreach (string header in headers)
        {
            byte[] file = Safetensors.File(header, 0);
            Allocated(() => Should.Throw<WeightFileException>(() => Safetensors.Load(file))).ShouldBeLessThan((4L * file.Length) + 100_000, header[..40]);
        }
    }

    private static long Allocated(Action call)
    {
        call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
