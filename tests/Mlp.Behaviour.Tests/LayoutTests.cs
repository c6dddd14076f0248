using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using Mlp.Runtime.Tests.Serialization;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Every network goes through every layout to the last bit, and reads shorter numbers exactly, whatever the stream.</summary>
public sealed class LayoutTests
{
    [Theory]
    [EveryNetwork]
    public void What_is_saved_stands_where_the_layout_says_and_comes_back(NetworkCase network)
    {
        var bench = new Bench(network, seed: 41);
        float[] parameters = Marked(bench.RandomParameters());
        bench.Use(parameters);
        foreach (LayoutCase layout in LayoutCase.All)
        {
            var options = new WeightFileOptions { Layout = layout.Layout };
            using var stream = new MemoryStream();
            bench.Network.SaveWeights(stream, options);

            Bitwise.AssertEqual(StoredTensors.Read(stream.ToArray(), network.Description, layout), parameters, "stored values");
            AssertLoads(network, stream.ToArray(), options, parameters);
        }
    }

    [Theory]
    [EveryNetwork]
    public void What_others_write_is_read_to_the_last_bit(NetworkCase network)
    {
        float[] parameters = new Bench(network, seed: 42).RandomParameters();
        float[] halves = Array.ConvertAll(parameters, value => (float)(Half)value);
        float[] brains = Array.ConvertAll(parameters, value => BitConverter.UInt32BitsToSingle((uint)UpperHalf(value) << 16));
        foreach (LayoutCase layout in LayoutCase.All)
        {
            var options = new WeightFileOptions { Layout = layout.Layout };
            AssertLoads(network, Written("F32", 4, BinaryPrimitives.WriteSingleLittleEndian), options, parameters);
            AssertLoads(network, Written("F16", 2, (bytes, value) => BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)value)), options, halves);
            AssertLoads(network, Written("BF16", 2, (bytes, value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes, UpperHalf(value))), options, brains);

            byte[] Written(string type, int size, Action<Span<byte>, float> write) =>
                StoredTensors.Write(network.Description, layout, type, size, write, parameters);
        }
    }

    private static void AssertLoads(NetworkCase network, byte[] file, WeightFileOptions options, float[] expected)
    {
        foreach (Stream stream in (IEnumerable<Stream>)[new MemoryStream(file), new SlowStream(file)])
        {
            NetworkInstance loaded = network.Create(3);
            loaded.LoadWeights(stream, options);
            Bitwise.AssertEqual(Bench.ParametersOf(loaded, network), expected, $"parameters from a {stream.GetType().Name}");
        }
    }

    private static ushort UpperHalf(float value) => (ushort)(BitConverter.SingleToUInt32Bits(value) >> 16);

    /// <summary>With numbers among them that arithmetic would not leave as they are.</summary>
    private static float[] Marked(float[] parameters)
    {
        float[] marks = [-0f, float.Epsilon, float.MaxValue, float.MinValue, 1f / 3];
        for (int index = 0; index < parameters.Length; index += 7)
        {
            parameters[index] = marks[index / 7 % marks.Length];
        }

        return parameters;
    }
}
