using System;
using System.Buffers;
using System.IO;
using System.Text.Json;
using Mlp.Serialization;

namespace Mlp.Training;

/// <summary>A checkpoint that is about to be written: what is wrong is said before the first byte is. Values go out of the arrays that have them.</summary>
internal sealed class CheckpointFile
{
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
            TensorValues.Write(stream, weights, _state.Best);
        }

        stream.Write(LittleEndian.Bytes(_state.Parameters));
        stream.Write(LittleEndian.Bytes(_state.Moments));
        stream.Write(LittleEndian.Bytes(_state.Previous));
        stream.Write(LittleEndian.Bytes(_state.Initial));
        stream.Write(LittleEndian.Bytes(_history));
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
}
