using System;
using System.IO;

namespace Mlp.Evolution;

/// <content>Populations in files.</content>
public sealed partial class Population<TNetwork>
{
    /// <summary>
    /// Saves all agents as safetensors: one tensor "agents" [agents, parameters], each row in canonical order, with seed and generation, so that
    /// an evolution goes on where it was. The path always has the whole old file or the whole new one. Any numbers are saved.
    /// </summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <exception cref="ArgumentException">The file would be longer than the 256 MiB that are read.</exception>
    /// <exception cref="IOException">The file cannot be written; what it was, it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its directory is.</exception>
    public void Save(string path) => PopulationFile.Save(path, TNetwork.Description, Content());

    /// <summary>Saves all agents to a stream, which stays open.</summary>
    /// <param name="stream">Receives the file from where it stands on.</param>
    /// <exception cref="ArgumentException">The stream cannot be written, or the file would be longer than the 256 MiB that are read.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public void Save(Stream stream) => PopulationFile.Save(stream, TNetwork.Description, Content());

    /// <summary>Loads a population that was saved.</summary>
    /// <param name="path">The file.</param>
    /// <param name="degreeOfParallelism">The number of threads that share the work, the calling one included: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is out of its range.</exception>
    /// <exception cref="WeightFileException">The file does not hold a population of this network.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Population<TNetwork> Load(string path, int degreeOfParallelism = 1) =>
        Of(PopulationFile.Load(path, TNetwork.Description), degreeOfParallelism);

    /// <summary>Loads a population from a stream, which stays open.</summary>
    /// <param name="stream">The file, from where the stream stands to its end.</param>
    /// <param name="degreeOfParallelism">The number of threads that share the work, the calling one included: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is out of its range.</exception>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="WeightFileException">The stream does not hold a population of this network.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static Population<TNetwork> Load(Stream stream, int degreeOfParallelism = 1) =>
        Of(PopulationFile.Load(stream, TNetwork.Description), degreeOfParallelism);

    private static Population<TNetwork> Of(PopulationContent content, int degreeOfParallelism)
    {
        var population = new Population<TNetwork>(content.Agents, content.Seed, content.Generation, degreeOfParallelism);
        population.SetParameters(content.Matrix);
        return population;
    }

    private PopulationContent Content()
    {
        float[] matrix = new float[Agents * TNetwork.ParameterCount];
        CopyParametersTo(matrix);
        return new PopulationContent(Agents, Seed, Generation, matrix);
    }
}
