using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Serialization;
using Mlp.Text;

namespace Mlp.Evolution;

/// <summary>Populations as safetensors files: one tensor, an agent a row, and the signature of the network.</summary>
internal static class PopulationFile
{
    private const string Tensor = "agents";
    private const string SeedKey = "population.seed";
    private const string GenerationKey = "population.generation";

    // An agent that has grown past all numbers is one of the population all the same: it has the worst fitness.
    private static readonly WeightFileOptions Options = new() { AllowNonFinite = true, IsOwnFormat = true };

    internal static void Save(string path, NetworkDescription network, PopulationContent content)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WeightPath.Replace(path, FileOf(network, content).WriteTo);
    }

    internal static void Save(Stream stream, NetworkDescription network, PopulationContent content)
    {
        WeightFile.RequireWritable(stream);
        FileOf(network, content).WriteTo(stream);
    }

    internal static PopulationContent Load(string path, NetworkDescription network)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = WeightPath.OpenRead(path);
        return Load(stream, network);
    }

    internal static PopulationContent Load(Stream stream, NetworkDescription network)
    {
        WeightFile.RequireReadable(stream);
        var input = new SafetensorsInput(stream);
        byte[] bytes = input.ReadHeader();
        SafetensorsHeader header = HeaderReader.Read(bytes, SeedKey, GenerationKey);
        int agents = AgentsOf(header);
        float[] matrix = SafetensorsReader.Read(bytes, input.ReadData, network, TensorsOf(network, agents), Options).Values;
        return new PopulationContent(agents, Number(header, 0, SeedKey, ulong.MaxValue), (long)Number(header, 1, GenerationKey, long.MaxValue), matrix);
    }

    private static SavedFile FileOf(NetworkDescription network, PopulationContent content)
    {
        var metadata = new Dictionary<string, string>
        {
            [SeedKey] = content.Seed.ToString(CultureInfo.InvariantCulture),
            [GenerationKey] = content.Generation.ToString(CultureInfo.InvariantCulture),
        };
        return new SavedFile(network, TensorsOf(network, content.Agents), Options with { Metadata = metadata }, new NetworkValues(content.Matrix, null));
    }

    private static NetworkTensor[] TensorsOf(NetworkDescription network, int agents)
    {
        int[] extents = [agents, network.Layers.Sum(static layer => layer.ParameterCount)];
        return [new NetworkTensor(Tensor, extents, IsBias: false, Offset: 0, FileOrder.ChannelsFirst(extents, []), Transposed: false)];
    }

    private static int AgentsOf(SafetensorsHeader header)
    {
        foreach (ref TensorEntry entry in header.Tensors)
        {
            if (header.NameOf(entry).SequenceEqual("agents"u8))
            {
                return (int)uint.Clamp(entry.Rows, 1, int.MaxValue);
            }
        }

        throw new WeightFileException(
            WeightFileError.MissingTensor,
            $"The file has no tensor \"{Tensor}\", so it has no population: load the weights of a single network with {nameof(NetworkWeights.LoadWeights)}.");
    }

    private static ulong Number(SafetensorsHeader header, int place, string key, ulong most) =>
        ulong.TryParse(header.Metadata[place], NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) && number <= most
            ? number
            : throw new WeightFileException(
                WeightFileError.MetadataMismatch,
                $"The file has {(header.Metadata[place] is { } text ? QuotedText.Plain(text) : "nothing")} under \"{key}\", but a population has a whole number up to {most} there: save it once more.");
}
