using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Mlp.Optimizers;
using Mlp.Serving;

namespace Mlp.Serialization;

/// <summary>Writes a safetensors file: the same parameters give the same bytes on every platform.</summary>
internal static class SafetensorsWriter
{
    private const int HeaderAlignment = 8;
    private const int BlockElements = 1 << 12;

    /// <summary>Writes a file.</summary>
    /// <param name="stream">Receives it.</param>
    /// <param name="network">What the network is.</param>
    /// <param name="tensors">Its tensors under the names to write, those of its optimizer's moments behind them.</param>
    /// <param name="options">What else to say of it.</param>
    /// <param name="values">The values of the tensors.</param>
    /// <param name="optimizer">How far the optimizer is whose moments are written; none where there are parameters alone.</param>
    internal static void Write(
        Stream stream,
        NetworkDescription network,
        NetworkTensor[] tensors,
        WeightFileOptions options,
        ReadOnlySpan<float> values,
        OptimizerProgress? optimizer = null)
    {
        // The header is whole before the first byte is written: what refuses a name or a value leaves the stream untouched.
        stream.Write(Header(network, tensors, options, optimizer));
        byte[] block = new byte[sizeof(float) * Math.Min(BlockElements, values.Length)];
        foreach (NetworkTensor tensor in tensors)
        {
            for (int start = 0; start < tensor.Count; start += BlockElements)
            {
                int count = Math.Min(BlockElements, tensor.Count - start);
                for (int index = 0; index < count; index++)
                {
                    BinaryPrimitives.WriteSingleLittleEndian(block.AsSpan(sizeof(float) * index), values[tensor.CanonicalIndex(start + index)]);
                }

                stream.Write(block, 0, sizeof(float) * count);
            }
        }
    }

    private static byte[] Header(NetworkDescription network, NetworkTensor[] tensors, WeightFileOptions options, OptimizerProgress? optimizer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, network, options, optimizer);
            long begin = 0;
            foreach (NetworkTensor tensor in tensors)
            {
                long end = begin + ((long)sizeof(float) * tensor.Count);
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                json.WriteNumberValue(tensor.Rows);
                if (!tensor.IsBias)
                {
                    json.WriteNumberValue(tensor.Columns);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(begin);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                begin = end;
            }

            json.WriteEndObject();
        }

        int length = (buffer.WrittenCount + HeaderAlignment - 1) / HeaderAlignment * HeaderAlignment;
        if (length > WeightFileLimits.Header)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Metadata and names take {length} bytes, but {WeightFileLimits.Header} is the most."),
                nameof(options));
        }

        byte[] header = new byte[WeightFileLimits.LengthBytes + length];
        BinaryPrimitives.WriteInt64LittleEndian(header, length);
        buffer.WrittenSpan.CopyTo(header.AsSpan(WeightFileLimits.LengthBytes));
        header.AsSpan(WeightFileLimits.LengthBytes + buffer.WrittenCount).Fill((byte)' ');
        return header;
    }

    private static void WriteMetadata(Utf8JsonWriter json, NetworkDescription network, WeightFileOptions options, OptimizerProgress? optimizer)
    {
        json.WriteStartObject(SafetensorsHeader.MetadataKey);
        json.WriteString(NetworkSignature.FormatKey, NetworkSignature.Format);
        json.WriteString(NetworkSignature.Key, NetworkSignature.Of(network));

        if (optimizer is { } progress)
        {
            json.WriteString(OptimizerText.Key, OptimizerText.Write(network.Optimizer, progress));
        }

        if (options.ClassNames is { } names)
        {
            json.WriteString(ClassNamesText.Key, ClassNamesText.Write(names));
        }

        if (options.Scaler is { } scaler)
        {
            json.WriteString(ScalerText.Key, ScalerText.Write(scaler));
        }

        if (options.Canary is { } canary)
        {
            RequireSizes(canary, network);
            json.WriteString(CanaryText.Key, canary.ToString());
        }

        // A dictionary has no order that could be relied on.
        foreach ((string key, string value) in (options.Metadata ?? new Dictionary<string, string>()).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (key.StartsWith(NetworkSignature.PrefixText, StringComparison.Ordinal))
            {
                throw new ArgumentException($"The metadata has the key \"{key}\", but keys that begin with \"mlp.\" are the library's own.", nameof(options));
            }

            json.WriteString(key, value ?? throw new ArgumentException($"The metadata has no value for \"{key}\".", nameof(options)));
        }

        json.WriteEndObject();
    }

    private static void RequireSizes(Canary canary, NetworkDescription network)
    {
        (int inputs, int outputs) = (network.Layers[0].Inputs, network.Layers[^1].Outputs);
        if (canary.Input.Length != inputs || canary.ExpectedOutput.Length != outputs)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Canary has {canary.Input.Length} inputs and {canary.ExpectedOutput.Length} outputs, but the network has {inputs} and {outputs}."),
                "options");
        }
    }
}
