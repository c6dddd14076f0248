using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Makes files out of a header as text and data: what the reader is shown is written by other code than the library's.</summary>
internal static class Safetensors
{
    /// <summary>The entries of <see cref="Networks.Small"/>.</summary>
    internal const string Weight0 = "\"0.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]}";
    internal const string Bias0 = "\"0.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[24,36]}";
    internal const string Weight2 = "\"2.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[36,60]}";
    internal const string Bias2 = "\"2.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[60,68]}";

    /// <summary>The header of a file of <see cref="Networks.Small"/>.</summary>
    internal const string Header = "{" + Weight0 + "," + Bias0 + "," + Weight2 + "," + Bias2 + "}";

    /// <summary>The bytes of data that <see cref="Header"/> describes.</summary>
    internal const int DataBytes = 68;

    internal static byte[] File(string header, int dataBytes = DataBytes) => File(Encoding.UTF8.GetBytes(header), new byte[dataBytes]);

    internal static byte[] File(byte[] header, byte[] data, long? length = null)
    {
        byte[] file = new byte[8 + header.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(file, length ?? header.Length);
        header.CopyTo(file, 8);
        data.CopyTo(file, 8 + header.Length);
        return file;
    }

    /// <summary>A file whose first bytes claim another length of its header.</summary>
    internal static byte[] WithLength(ulong length, string header = Header) =>
        File(Encoding.UTF8.GetBytes(header), new byte[DataBytes], unchecked((long)length));

    /// <summary>A file of values of one element type for a network of one layer of one input.</summary>
    internal static byte[] OfValues(string type, int size, byte[] weights)
    {
        int count = weights.Length / size;
        string header = FormattableString.Invariant(
            $"{{\"0.weight\":{{\"dtype\":\"{type}\",\"shape\":[{count},1],\"data_offsets\":[0,{weights.Length}]}},\"0.bias\":{{\"dtype\":\"F32\",\"shape\":[{count}],\"data_offsets\":[{weights.Length},{weights.Length + (4 * count)}]}}}}");
        return File(Encoding.UTF8.GetBytes(header), [.. weights, .. new byte[4 * count]]);
    }

    internal static float[] Load(byte[] file, NetworkDescription? network = null, WeightFileOptions? options = null)
    {
        using var stream = new MemoryStream(file);
        return WeightFile.Load(stream, network ?? Networks.Small, options);
    }

    internal static byte[] Save(NetworkDescription network, float[] parameters, WeightFileOptions? options = null)
    {
        using var stream = new MemoryStream();
        WeightFile.Save(stream, network, parameters, options);
        return stream.ToArray();
    }

    /// <summary>A file with values that are not finite, for readers that refuse it.</summary>
    internal static byte[] SaveAnything(NetworkDescription network, float[] parameters) => Save(network, parameters, new WeightFileOptions { AllowNonFinite = true });

    internal static string HeaderOf(byte[] file) => Encoding.UTF8.GetString(file, 8, (int)BinaryPrimitives.ReadInt64LittleEndian(file));

    internal static bool SameBits(float[] a, float[] b) =>
        a.Select(BitConverter.SingleToUInt32Bits).SequenceEqual(b.Select(BitConverter.SingleToUInt32Bits));
}
