using System;
using System.Buffers;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.InteropServices;
using System.Text.Json;
using Mlp.Serialization;

namespace Mlp.Training;

/// <summary>A checkpoint that is about to be written: what is wrong is said before the first byte is. Values go out of the arrays that have them.</summary>
internal sealed class CheckpointFile
{
    private const int BlockElements = 1 << 10;

    private readonly TrainingState _state;
    private readonly NetworkTensor[] _weights;
    private readonly double[] _history;
    private readonly byte[] _header;

    /// <summary>Makes its header.</summary>
    /// <param name="network">What the network is.</param>
    /// <param name="state">What the training has.</param>
    /// <exception cref="ArgumentException">It would not be read again.</exception>
    internal CheckpointFile(NetworkDescription network, TrainingState state)
    {
        _state = state;
        _weights = NetworkTensors.Of(network, WeightLayout.PyTorch);
        HistoryTable table = HistoryTable.Of(state.History);
        _history = table.Write(state.History);
        var text = new CheckpointText(CheckpointTensors.DeclarationOf(network), state.FirstLoss, state.InitialLoss, table, state.Settings);
        var buffer = new ArrayBufferWriter<byte>();
        long length;
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafetensorsHeader.MetadataKey);
            json.WriteString(NetworkSignature.FormatKey, NetworkSignature.Format);
            json.WriteString(NetworkSignature.Key, NetworkSignature.Of(network));
            json.WriteString(CheckpointText.Key, text.Write());
            json.WriteString(CheckpointText.OptimizerKey, OptimizerText.Write(network.Optimizer, state.Progress));
            new NetworkMetadata(state.Schema, null).Write(json);
            json.WriteEndObject();
            length = WriteTensors(json, table);
            json.WriteEndObject();
        }

        _header = HeaderWriter.Framed(buffer);
        if (_header.Length + length > WeightFileLimits.File)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The checkpoint would have {_header.Length + length} bytes, but {WeightFileLimits.File} is the most that is read: train without a Checkpoint."), "options");
        }
    }

    /// <summary>Writes it.</summary>
    /// <param name="stream">Receives it.</param>
    internal void WriteTo(Stream stream)
    {
        stream.Write(_header);
        foreach (NetworkTensor weights in _weights)
        {
            WriteWeights(stream, weights);
        }

        Write(stream, _state.Parameters);
        Write(stream, _state.Moments);
        Write(stream, _state.Previous ?? []);
        Write(stream, _state.Initial);
        Write(stream, MemoryMarshal.Cast<double, long>(_history));
    }

    private long WriteTensors(Utf8JsonWriter json, HistoryTable table)
    {
        long begin = 0;
        foreach (NetworkTensor weights in _weights)
        {
            WriteFloats(weights.Name, weights.Count, weights.Stored);
        }

        int parameters = _state.Parameters.Length;
        WriteFloats(CheckpointTensors.Parameters, parameters, [parameters]);
        if (_state.Moments.Length > 0)
        {
            WriteFloats(CheckpointTensors.Moments, _state.Moments.Length, [_state.Moments.Length / parameters, parameters]);
        }

        if (_state.Previous is not null)
        {
            WriteFloats(CheckpointTensors.Previous, parameters, [parameters]);
        }

        WriteFloats(CheckpointTensors.Initial, parameters, [parameters]);
        HeaderWriter.WriteTensor(json, CheckpointTensors.History, "F64", [_state.History.Count, table.Width], ref begin, (long)sizeof(double) * _history.Length);
        return begin;

        void WriteFloats(string name, int count, ReadOnlySpan<int> extents) =>
            HeaderWriter.WriteTensor(json, name, "F32", extents, ref begin, (long)sizeof(float) * count);
    }

    /// <summary>The best weights of a tensor, in the order of its file.</summary>
    private void WriteWeights(Stream stream, NetworkTensor weights)
    {
        if (weights.Order.IsCanonical)
        {
            Write(stream, _state.Best.AsSpan(weights.Offset, weights.Count));
            return;
        }

        Span<float> block = stackalloc float[BlockElements];
        for (int start = 0; start < weights.Count; start += BlockElements)
        {
            Span<float> part = block[..int.Min(BlockElements, weights.Count - start)];
            for (int index = 0; index < part.Length; index++)
            {
                part[index] = _state.Best[weights.CanonicalIndex(start + index)];
            }

            Write(stream, part);
        }
    }

    private static void Write(Stream stream, ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        int[] reversed = new int[values.Length];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, int>(values), reversed);
        stream.Write(MemoryMarshal.AsBytes<int>(reversed));
    }

    private static void Write(Stream stream, ReadOnlySpan<long> bits)
    {
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(bits));
            return;
        }

        long[] reversed = new long[bits.Length];
        BinaryPrimitives.ReverseEndianness(bits, reversed);
        stream.Write(MemoryMarshal.AsBytes<long>(reversed));
    }
}
