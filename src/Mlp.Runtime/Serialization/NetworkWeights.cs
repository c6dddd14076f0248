using System;
using System.IO;

namespace Mlp;

/// <summary>Saves and loads the parameters of any network as safetensors.</summary>
public static class NetworkWeights
{
    /// <summary>Saves a network's parameters to a file, which has them all or is what it was.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; nobody may train it meanwhile.</param>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="options">The layout and further metadata.</param>
    /// <exception cref="ArgumentException">The options contradict the format.</exception>
    /// <exception cref="IOException">The file cannot be written; what it was, it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its directory is.</exception>
    public static void SaveWeights<TNetwork>(this INetwork<TNetwork> network, string path, WeightFileOptions? options = null)
        where TNetwork : INetwork<TNetwork> =>
        WeightFile.SaveOwned(path, TNetwork.Description, ParametersOf(network), options);

    /// <summary>Saves a network's parameters to a stream, which stays open.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; nobody may train it meanwhile.</param>
    /// <param name="stream">Receives the file from where it stands on.</param>
    /// <param name="options">The layout and further metadata.</param>
    /// <exception cref="ArgumentException">The stream cannot be written, or the options contradict the format.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static void SaveWeights<TNetwork>(this INetwork<TNetwork> network, Stream stream, WeightFileOptions? options = null)
        where TNetwork : INetwork<TNetwork> =>
        WeightFile.Save(stream, TNetwork.Description, ParametersOf(network), options);

    /// <summary>Loads a network's parameters from a file. On failure the network is unchanged.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">The layout, and what is accepted.</param>
    /// <exception cref="WeightFileException">The file does not hold weights of the network.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static void LoadWeights<TNetwork>(this INetwork<TNetwork> network, string path, WeightFileOptions? options = null)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        network.SetParameters(WeightFile.Load(path, TNetwork.Description, options));
    }

    /// <summary>Loads a network's parameters from a stream, which stays open. On failure the network is unchanged.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">The file, from where the stream stands to its end.</param>
    /// <param name="options">The layout, and what is accepted.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="WeightFileException">The stream does not hold weights of the network.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static void LoadWeights<TNetwork>(this INetwork<TNetwork> network, Stream stream, WeightFileOptions? options = null)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        network.SetParameters(WeightFile.Load(stream, TNetwork.Description, options));
    }

    private static float[] ParametersOf<TNetwork>(INetwork<TNetwork> network)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }
}
