using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Google.Protobuf;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Reading;
using Mlp.Onnx.Tests.Export;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Reading;

/// <summary>Reading is total: of any bytes come a graph or a fault, and no more memory than follows from how many there are.</summary>
public sealed class FuzzTests
{
    private const int Cases = 20_000;

    // Some objects for each of two bytes, and what every reading takes.
    private const long BytesForEach = 400;
    private const long BytesForAll = 1 << 16;

    private static readonly byte[][] Files =
    [
        Models.Small().ToByteArray(),
        new ExportedNetwork("6x6x2 | Conv 3 3 GELU | MaxPool 2 | Dense 4").Model().ToByteArray(),
        new ExportedNetwork("3 | Dense 4 Mish | Affine 2 1 | Dense 2").Model().ToByteArray(),
    ];

    static FuzzTests()
    {
        // What the first reading and the first refusal take once belongs to no file.
        Models.Read(Models.Small());
        Models.Fault([]);
    }

    [Fact]
    public void Random_bytes_are_read_or_refused() => Try(1, 0, static random =>
    {
        byte[] bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    });

    [Fact]
    public void Bytes_that_begin_as_a_model_are_read_or_refused() => Try(2, 100, static random =>
    {
        // The version, the opset, and a graph of anything.
        byte[] graph = new byte[random.Next(100)];
        random.NextBytes(graph);
        return [0x08, 8, 0x42, 2, 0x10, 17, 0x3A, (byte)graph.Length, .. graph];
    });

    [Fact]
    public void Files_with_other_bytes_are_read_or_refused() => Try(3, 1000, static random =>
    {
        byte[] bytes = (byte[])Pick(random, Files).Clone();
        for (int edit = random.Next(1, 4); edit > 0; edit--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(random.Next(2) == 0 ? 256 : 32);
        }

        return bytes;
    });

    [Fact]
    public void Files_with_other_lengths_are_read_or_refused() => Try(4, 1000, static random =>
    {
        List<byte> bytes = [.. Pick(random, Files)];
        int at = random.Next(bytes.Count);
        int count = Math.Min(random.Next(20), bytes.Count - at);
        switch (random.Next(3))
        {
            case 0:
                bytes.RemoveRange(at, count);
                break;
            case 1:
                bytes.InsertRange(at, bytes.GetRange(at, count));
                break;
            default:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, count));
                break;
        }

        return [.. bytes];
    });

    [Fact]
    public void Models_with_other_fields_are_read_or_refused() => Try(5, 1000, static random =>
    {
        ModelProto model = ModelProto.Parser.ParseFrom(Pick(random, Files));
        for (int edit = random.Next(1, 4); edit > 0; edit--)
        {
            Edit(model, random);
        }

        return model.ToByteArray();
    });

    [Fact]
    public void Every_beginning_of_a_file_is_refused_or_read()
    {
        foreach (byte[] file in Files)
        {
            for (int length = 0; length < file.Length; length++)
            {
                Read(file[..length]);
            }
        }
    }

    [Fact]
    public void A_claim_takes_no_memory()
    {
        // A million nodes of two bytes each; a tensor that claims 2⁶² numbers; a list of integers that claims 256 MB.
        Read([0x08, 8, 0x3A, 0x80, 0x89, 0x7A, .. Enumerable.Repeat((byte[])[0x0A, 0], 1_000_000).SelectMany(pair => pair)], bytesForEach: 1);
        Read(Models.With(new TensorProto { DataType = 1, Dims = { int.MaxValue, int.MaxValue } }).ToByteArray());
        Read([0x08, 8, 0x3A, 7, 0x2A, 5, 0x3A, 0xFF, 0xFF, 0xFF, 0x7F]);
    }

    private static void Edit(ModelProto model, Random random)
    {
        GraphProto graph = model.Graph;
        TensorProto tensor = Pick(random, graph.Initializer);
        NodeProto node = Pick(random, graph.Node);
        switch (random.Next(12))
        {
            case 0: tensor.DataType = random.Next(-1, 26); break;
            case 1: tensor.Dims.Add(random.NextInt64(-2, 5)); break;
            case 2: tensor.Dims.Clear(); break;
            case 3: tensor.Dims.Add(random.NextInt64()); break;
            case 4: tensor.DataLocation = random.Next(3); break;
            case 5: tensor.ExternalData.Add(new StringStringEntryProto { Key = Pick(random, ["location", "offset", "length"]), Value = Pick(random, ["a", "../b", "3", "-1", ""]) }); break;
            case 6: tensor.Int32Data.Add(random.Next()); break;
            case 7: tensor.Name = node.Output.FirstOrDefault() ?? string.Empty; break;
            case 8: node.Output.Add(Pick(random, ["output", "x", ""])); break;
            case 9: node.Input.Add(Pick(random, ["output", "nowhere", ""])); break;
            case 10: node.Attribute.Add(new AttributeProto { Name = Pick(random, ["a", "b"]), Type = random.Next(16), T = random.Next(2) == 0 ? tensor.Clone() : null }); break;
            default: model.OpsetImport[0].Version = random.Next(30); break;
        }
    }

    /// <summary>Reads many files, of which so many at least are graphs, and a tenth at least are not.</summary>
    private static void Try(int seed, int leastRead, Func<Random, byte[]> make)
    {
        var random = new Random(seed);
        int read = 0;
        for (int number = 0; number < Cases; number++)
        {
            byte[] bytes = make(random);
            try
            {
                read += Read(bytes) ? 1 : 0;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Case {number}, {Convert.ToHexString(bytes)}: {exception.Message}", exception);
            }
        }

        read.ShouldBeInRange(leastRead, Cases - (Cases / 10));
    }

    /// <returns>Whether it is a graph.</returns>
    private static bool Read(byte[] bytes, long bytesForEach = BytesForEach)
    {
        long most = BytesForAll + (bytesForEach * bytes.Length);
        (bool isRead, long allocated) = Measure(bytes);
        if (allocated >= most)
        {
            // What .NET sets up once, in the middle of a reading, is not asked for by the file: that would take as much again.
            allocated = Measure(bytes).Allocated;
        }

        allocated.ShouldBeLessThan(most);
        return isRead;
    }

    private static (bool IsRead, long Allocated) Measure(byte[] bytes)
    {
        bool isRead = false;
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            isRead = OnnxReader.Read(bytes, static name => name == "a" ? new MemoryStream([1, 2, 3, 4]) : null).Opset > 0;
        }
        catch (OnnxFileException exception)
        {
            exception.Message.ShouldNotBeNullOrEmpty();
        }

        return (isRead, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static T Pick<T>(Random random, IList<T> values) => values[random.Next(values.Count)];
}
