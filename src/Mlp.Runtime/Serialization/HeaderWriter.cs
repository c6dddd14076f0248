using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Mlp.CompilerServices;
using Mlp.Text;

namespace Mlp.Serialization;

/// <summary>Writes the header of a safetensors file.</summary>
internal static class HeaderWriter
{
    private const int HeaderAlignment = 8;

    /// <summary>The header, and before it the 8 bytes of its length.</summary>
    /// <param name="network">What the network is.</param>
    /// <param name="tensors">Its tensors under the names to write, those of its optimizer's moments behind them.</param>
    /// <param name="metadata">What travels with the weights.</param>
    /// <param name="further">Further metadata.</param>
    /// <param name="optimizer">How far the optimizer is whose moments are written; none where there are parameters alone.</param>
    /// <exception cref="ArgumentException">Metadata cannot be written, or is too long.</exception>
    internal static byte[] Write(
        NetworkDescription network,
        NetworkTensor[] tensors,
        NetworkMetadata metadata,
        IReadOnlyDictionary<string, string>? further,
        OptimizerProgress? optimizer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafetensorsHeader.MetadataKey);
            json.WriteString(NetworkSignature.FormatKey, NetworkSignature.Format);
            json.WriteString(NetworkSignature.Key, NetworkSignature.Of(network));
            if (optimizer is { } progress)
            {
                json.WriteString(OptimizerText.Key, OptimizerText.Write(network.Optimizer, progress));
            }

            metadata.Write(json);
            WriteFurther(json, further);
            json.WriteEndObject();
            WriteTensors(json, tensors);
            json.WriteEndObject();
        }

        return Framed(buffer);
    }

    /// <summary>A header as it stands in a file: padded, and before it the 8 bytes of its length.</summary>
    /// <param name="json">Its JSON.</param>
    /// <exception cref="ArgumentException">It is too long.</exception>
    internal static byte[] Framed(ArrayBufferWriter<byte> json)
    {
        int length = (json.WrittenCount + HeaderAlignment - 1) / HeaderAlignment * HeaderAlignment;
        if (length > WeightFileLimits.Header)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Metadata and names take {length} bytes, but {WeightFileLimits.Header} is the most: save less metadata, or a canary of fewer samples."),
                "options");
        }

        byte[] header = new byte[WeightFileLimits.LengthBytes + length];
        BinaryPrimitives.WriteInt64LittleEndian(header, length);
        json.WrittenSpan.CopyTo(header.AsSpan(WeightFileLimits.LengthBytes));
        header.AsSpan(WeightFileLimits.LengthBytes + json.WrittenCount).Fill((byte)' ');
        return header;
    }

    /// <summary>Writes where a tensor is.</summary>
    /// <param name="json">The header.</param>
    /// <param name="name">Its name.</param>
    /// <param name="type">The name of its element type.</param>
    /// <param name="extents">Its dimensions in the file.</param>
    /// <param name="begin">Where its first byte is; then where that of the next one is.</param>
    /// <param name="bytes">The bytes that it takes.</param>
    internal static void WriteTensor(Utf8JsonWriter json, string name, string type, ReadOnlySpan<int> extents, ref long begin, long bytes)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", type);
        json.WriteStartArray("shape");
        foreach (int extent in extents)
        {
            json.WriteNumberValue(extent);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin += bytes);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFurther(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? further)
    {
        // A dictionary has no order that could be relied on.
        foreach ((string key, string value) in (further ?? new Dictionary<string, string>()).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (key.StartsWith(NetworkSignature.PrefixText, StringComparison.Ordinal))
            {
                throw new ArgumentException($"The metadata has the key \"{QuotedText.Plain(key)}\", but keys that begin with \"mlp.\" are the library's own.", "options");
            }

            if (value is null)
            {
                throw new ArgumentException($"The metadata has no value for \"{QuotedText.Plain(key)}\".", "options");
            }

            if (!UnicodeText.IsWellFormed(key) || !UnicodeText.IsWellFormed(value))
            {
                throw new ArgumentException(
                    $"The metadata has half a character, a surrogate without its other half, in \"{QuotedText.Plain(key)}\" or its value, which could not be read again: leave it out.", "options");
            }

            json.WriteString(key, value);
        }
    }

    private static void WriteTensors(Utf8JsonWriter json, NetworkTensor[] tensors)
    {
        long begin = 0;
        foreach (NetworkTensor tensor in tensors)
        {
            if (tensor.IsAbsent)
            {
                continue;
            }

            WriteTensor(json, tensor.Name, "F32", tensor.Stored, ref begin, (long)sizeof(float) * tensor.Count);
        }
    }
}
