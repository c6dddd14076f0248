using System;
using System.IO;
using System.Linq;
using Mlp.Training;

namespace Mlp.Serialization;

/// <summary>
/// A safetensors file that is about to be written: whatever is wrong with it is said before the first byte is, and before an older
/// file is touched. What is saved is read again with the same options: the reader itself has judged the header.
/// </summary>
/// <remarks>The same parameters give the same bytes on every platform.</remarks>
internal sealed class SavedFile
{
    private readonly byte[] _header;
    private readonly NetworkTensor[] _tensors;
    private readonly float[] _values;

    /// <summary>Checks all of it.</summary>
    /// <param name="network">What the network is.</param>
    /// <param name="tensors">Its tensors under the names to write, those of its optimizer's moments behind them.</param>
    /// <param name="options">What else to say of it.</param>
    /// <param name="values">The values of the tensors, which nobody changes meanwhile.</param>
    /// <exception cref="ArgumentException">It would not be read again, or the options contradict the network.</exception>
    internal SavedFile(NetworkDescription network, NetworkTensor[] tensors, WeightFileOptions options, NetworkValues values)
    {
        NetworkTensor[] parameters = NetworkTensors.Parameters(tensors);
        _tensors = [.. tensors.Where(tensor => !tensor.IsAbsent)];
        _values = values.Values;
        RequireGood(tensors, options);
        NetworkMetadata metadata = NetworkMetadata.ToSave(options, values.Schema is { } known ? SchemaRules.ToKeep(known, network.Layers[^1].Outputs) : null);
        if (metadata.Complaint(network) is { } complaint)
        {
            throw new ArgumentException($"What is to be saved {complaint}.", nameof(options));
        }

        metadata = metadata.WithCanaryOf(_values.AsSpan(0, NetworkTensors.Count(parameters)), values.Schema);
        _header = HeaderWriter.Write(network, tensors, metadata, options.Metadata, values.Optimizer);
        RequireReadable(network, parameters, options);
    }

    /// <summary>Writes it.</summary>
    /// <param name="stream">Receives it.</param>
    internal void WriteTo(Stream stream)
    {
        stream.Write(_header);
        foreach (NetworkTensor tensor in _tensors)
        {
            TensorValues.Write(stream, tensor, _values);
        }
    }

    private void RequireGood(NetworkTensor[] tensors, WeightFileOptions options)
    {
        foreach (NetworkTensor tensor in tensors)
        {
            for (int index = 0; index < tensor.Count; index++)
            {
                float value = _values[tensor.CanonicalIndex(index)];
                // A zero with a sign would come back without it, and the parameters would be others.
                if (tensor.IsAbsent && BitConverter.SingleToUInt32Bits(value) != 0)
                {
                    throw new ArgumentException(
                        FormattableString.Invariant($"The layout is one without biases, but {tensor.Name} (counted from 0) have {value} at index {index}: save them, in a layout that has biases."), nameof(options));
                }

                if (!options.AllowNonFinite && !TensorValues.IsGood(value, tensor))
                {
                    throw new ArgumentException(TensorValues.Complaint(
                        value, ElementType.F32, tensor, index, "the training diverged. Nothing was saved; set AllowNonFinite to save and to load it all the same."));
                }
            }
        }
    }

    private void RequireReadable(NetworkDescription network, NetworkTensor[] weights, WeightFileOptions options)
    {
        long length = _header.Length + _tensors.Sum(tensor => (long)sizeof(float) * tensor.Count);
        if (length > WeightFileLimits.File)
        {
            throw new ArgumentException(FormattableString.Invariant($"The file would have {length} bytes, but {WeightFileLimits.File} is the most that is read."), nameof(network));
        }

        try
        {
            SafetensorsReader.RequireReadable(_header[WeightFileLimits.LengthBytes..], network, weights, options);
        }
        catch (WeightFileException exception)
        {
            throw new ArgumentException($"The file could not be read again: {exception.Message}", nameof(options), exception);
        }
    }
}
