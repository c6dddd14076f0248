using System;
using System.IO;
using System.Text;
using Mlp.CompilerServices;
using Mlp.Text;

namespace Mlp.Serialization;

/// <summary>
/// Reads a safetensors file. For every sequence of bytes it gives weights or a <see cref="WeightFileException"/>; what else is
/// thrown, the stream threw.
/// </summary>
internal static class SafetensorsReader
{
    private static readonly string[] Keys = [NetworkSignature.Key, OptimizerText.Key, .. NetworkMetadata.Keys];

    /// <summary>Reads the parameters of a network, what its data mean and, where that is asked for and there, what its optimizer remembered.</summary>
    /// <param name="stream">From where it stands to its end.</param>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its tensors.</param>
    /// <param name="options">What is accepted and asked for.</param>
    internal static NetworkValues Read(Stream stream, NetworkDescription network, NetworkTensor[] weights, WeightFileOptions options)
    {
        var input = new SafetensorsInput(stream);
        return Read(input.ReadHeader(), input.ReadData, network, weights, options);
    }

    /// <summary>Whether a header would be read, for who is about to write it.</summary>
    /// <exception cref="WeightFileException">It would not.</exception>
    internal static void RequireReadable(byte[] header, NetworkDescription network, NetworkTensor[] weights, WeightFileOptions options) =>
        Read(header, static _ => null, network, weights, options);

    /// <summary>Reads one value of the metadata; the data is not read.</summary>
    /// <param name="stream">From where it stands.</param>
    /// <param name="key">The key.</param>
    /// <returns>The value; none where the file does not have it.</returns>
    internal static string? ReadMetadata(Stream stream, string key) =>
        HeaderReader.Read(new SafetensorsInput(stream).ReadHeader(), key).Metadata[0];

    /// <summary>Reads the same behind a header that is read already. Without data only the header is judged.</summary>
    /// <param name="bytes">The header.</param>
    /// <param name="readData">Reads the data, of so many bytes.</param>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its tensors.</param>
    /// <param name="options">What is accepted and asked for.</param>
    internal static NetworkValues Read(
        byte[] bytes, Func<ulong, ByteChunks?> readData, NetworkDescription network, NetworkTensor[] weights, WeightFileOptions options)
    {
        SafetensorsHeader header = HeaderReader.Read(bytes, weights, options, Keys);
        (string Optimizer, OptimizerProgress Progress)? state = options.OptimizerState && header.Metadata[1] is { } text ? OptimizerText.Read(text) : null;
        NetworkMetadata? metadata = options.IgnoreMetadata ? null : NetworkMetadata.Read(header.Metadata[2..]);
        ByteChunks? data = readData(TensorCoverage.Check(header));
        NetworkTensor[] tensors = weights;
        RequireSame(header, network, options);
        if (state is { } found)
        {
            RequireSame(found.Optimizer, network.Optimizer);
            tensors = NetworkTensors.WithMoments(weights, network);
        }

        TensorEntry?[] entries = new TensorMatch(header, tensors, options).Find();
        RequireFit(header, metadata, network);
        if (data is null)
        {
            return default;
        }

        // Memory for the values is taken once the file has them all.
        float[] values = new float[NetworkTensors.Count(tensors)];
        for (int index = 0; index < entries.Length; index++)
        {
            if (entries[index] is { } entry)
            {
                TensorValues.Copy(data, entry, tensors[index], options.AllowNonFinite, values);
            }
        }

        return new NetworkValues(values, state?.Progress, metadata?.Schema);
    }

    private static void RequireSame(SafetensorsHeader header, NetworkDescription network, WeightFileOptions options)
    {
        if (!(options.RequireSameNetwork || options.IsOwnFormat) || NetworkSignature.IsOf(header, network))
        {
            return;
        }

        string there = NetworkSignature.Quote(header) is { } signature ? $"is from a network {signature}" : "does not say what network it is from";
        string otherwise = options.IsOwnFormat ? "or take the file of this one" : "or leave out RequireSameNetwork if you know that they are the same";
        throw new WeightFileException(
            WeightFileError.NetworkMismatch,
            $"The file {there}, but this one is \"{NetworkSignature.Of(network)}\": declare the network as that of the file, {otherwise}.");
    }

    private static void RequireSame(string found, string expected)
    {
        if (!OptimizerMoments.AreSame(found, expected))
        {
            throw new WeightFileException(
                WeightFileError.OptimizerMismatch,
                $"The file has the state of {QuotedText.Of(Encoding.UTF8.GetBytes(found))}, but the network is trained by {expected}: load the weights alone, without OptimizerState.");
        }
    }

    private static void RequireFit(SafetensorsHeader header, NetworkMetadata? metadata, NetworkDescription network)
    {
        if (metadata?.Complaint(network) is { } complaint)
        {
            string origin = NetworkSignature.Quote(header) is { } signature ? TensorRefusals.Origin(signature) : string.Empty;
            throw new WeightFileException(
                WeightFileError.MetadataMismatch,
                $"The file {complaint}: save it once more from the network that they belong to, or load the weights alone with IgnoreMetadata.{origin}");
        }
    }
}
