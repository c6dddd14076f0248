using System.IO;
using System.Text;
using Mlp.Optimizers;

namespace Mlp.Serialization;

/// <summary>
/// Reads a safetensors file. For every sequence of bytes it gives weights or a <see cref="WeightFileException"/>; what else is
/// thrown, the stream threw.
/// </summary>
internal static class SafetensorsReader
{
    /// <summary>Reads the parameters of a network and, where that is asked for and there, what its optimizer remembered.</summary>
    /// <param name="stream">From where it stands to its end.</param>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its tensors.</param>
    /// <param name="options">What is accepted and asked for.</param>
    internal static NetworkValues Read(Stream stream, NetworkDescription network, NetworkTensor[] weights, WeightFileOptions options)
    {
        var input = new SafetensorsInput(stream);
        SafetensorsHeader header = HeaderReader.Read(input.ReadHeader(), options, NetworkSignature.Key, OptimizerText.Key);
        (string Optimizer, OptimizerProgress Progress)? state = options.OptimizerState && header.Metadata[1] is { } text ? OptimizerText.Read(text) : null;
        ByteChunks data = input.ReadData(TensorCoverage.Check(header));
        NetworkTensor[] tensors = weights;
        if (state is { } found)
        {
            RequireSame(found.Optimizer, network.Optimizer);
            tensors = NetworkTensors.WithMoments(weights, network);
        }

        // Memory for the values is taken once the file has them all.
        TensorEntry[] entries = new TensorMatch(header, tensors, options.OptimizerState).Find();
        float[] values = new float[NetworkTensors.Count(tensors)];
        for (int index = 0; index < entries.Length; index++)
        {
            TensorValues.Copy(data, entries[index], tensors[index], options.AllowNonFinite, values);
        }

        return new NetworkValues(values, state?.Progress);
    }

    /// <summary>Reads one value of the metadata; the data is not read.</summary>
    /// <param name="stream">From where it stands.</param>
    /// <param name="key">The key.</param>
    /// <returns>The value; none where the file does not have it.</returns>
    internal static string? ReadMetadata(Stream stream, string key) =>
        HeaderReader.Read(new SafetensorsInput(stream).ReadHeader(), options: null, key).Metadata[0];

    private static void RequireSame(string found, string expected)
    {
        if (!OptimizerMoments.AreSame(found, expected))
        {
            throw new WeightFileException(
                WeightFileError.OptimizerMismatch,
                $"The file has the state of {QuotedText.Of(Encoding.UTF8.GetBytes(found))}, but the network is trained by {expected}: load the weights alone, without OptimizerState.");
        }
    }
}
