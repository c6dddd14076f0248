using System.IO;

namespace Mlp.Serialization;

/// <summary>
/// Reads a safetensors file. For every sequence of bytes it gives weights or a <see cref="WeightFileException"/>; what else is
/// thrown, the stream threw.
/// </summary>
internal static class SafetensorsReader
{
    /// <summary>Reads the parameters of a network.</summary>
    /// <param name="stream">From where it stands to its end.</param>
    /// <param name="network">The tensors of the network.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The parameters in canonical order.</returns>
    internal static float[] Read(Stream stream, NetworkTensor[] network, WeightFileOptions options)
    {
        var input = new SafetensorsInput(stream);
        SafetensorsHeader header = HeaderReader.Read(input.ReadHeader(), options, NetworkSignature.Key);
        ByteChunks data = input.ReadData(TensorCoverage.Check(header));

        // Memory for the parameters is taken once the file has them all.
        TensorEntry[] entries = new TensorMatch(header, network).Find();
        float[] parameters = new float[NetworkTensors.ParameterCount(network)];
        for (int index = 0; index < entries.Length; index++)
        {
            TensorValues.Copy(data, entries[index], network[index], options.AllowNonFinite, parameters);
        }

        return parameters;
    }

    /// <summary>Reads one value of the metadata; the data is not read.</summary>
    /// <param name="stream">From where it stands.</param>
    /// <param name="key">The key.</param>
    /// <returns>The value; none where the file does not have it.</returns>
    internal static string? ReadMetadata(Stream stream, string key) =>
        HeaderReader.Read(new SafetensorsInput(stream).ReadHeader(), options: null, key).Metadata;
}
