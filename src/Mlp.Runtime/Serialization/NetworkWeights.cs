using System;
using System.IO;
using Mlp.CompilerServices;
using Mlp.Serialization;
using Mlp.Training;

namespace Mlp;

/// <summary>Saves and loads the parameters of any network as safetensors.</summary>
public static class NetworkWeights
{
    /// <summary>Saves a network's parameters to a file, which has them all or is what it was.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; nobody may train it meanwhile.</param>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="options">The layout, whether the optimizer's state goes along, and further metadata.</param>
    /// <exception cref="ArgumentException">The options contradict the format, or the network does not give its optimizer's state.</exception>
    /// <exception cref="IOException">The file cannot be written; what it was, it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its directory is.</exception>
    public static void SaveWeights<TNetwork>(this IPredictor<TNetwork> network, string path, WeightFileOptions? options = null)
        where TNetwork : IPredictor<TNetwork> =>
        WeightFile.SaveValues(path, TNetwork.Description, ValuesOf(network, options), options);

    /// <summary>Saves a network's parameters to a stream, which stays open.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; nobody may train it meanwhile.</param>
    /// <param name="stream">Receives the file from where it stands on.</param>
    /// <param name="options">The layout, whether the optimizer's state goes along, and further metadata.</param>
    /// <exception cref="ArgumentException">
    /// The stream cannot be written, the options contradict the format, or the network does not give its optimizer's state.
    /// </exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static void SaveWeights<TNetwork>(this IPredictor<TNetwork> network, Stream stream, WeightFileOptions? options = null)
        where TNetwork : IPredictor<TNetwork> =>
        WeightFile.SaveValues(stream, TNetwork.Description, ValuesOf(network, options), options);

    /// <summary>Loads a network's parameters from a file. On failure the network is unchanged, its optimizer too.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">The layout, whether the optimizer's state is loaded, and what is accepted.</param>
    /// <exception cref="ArgumentException">The options contradict the format, or the network does not take an optimizer's state.</exception>
    /// <exception cref="WeightFileException">The file does not hold weights of the network.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static void LoadWeights<TNetwork>(this IPredictor<TNetwork> network, string path, WeightFileOptions? options = null)
        where TNetwork : IPredictor<TNetwork> => LoadWithSchema(network, path, options);

    /// <summary>Loads a network's parameters from a stream, which stays open. On failure the network is unchanged, its optimizer too.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">The file, from where the stream stands to its end.</param>
    /// <param name="options">The layout, whether the optimizer's state is loaded, and what is accepted.</param>
    /// <exception cref="ArgumentException">
    /// The stream cannot be read, the options contradict the format, or the network does not take an optimizer's state.
    /// </exception>
    /// <exception cref="WeightFileException">The stream does not hold weights of the network.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static void LoadWeights<TNetwork>(this IPredictor<TNetwork> network, Stream stream, WeightFileOptions? options = null)
        where TNetwork : IPredictor<TNetwork> => LoadWithSchema(network, stream, options);

    /// <summary>Loads a network's parameters.</summary>
    /// <returns>What the file says of its data; null where it says nothing.</returns>
    internal static DataSchema? LoadWithSchema<TNetwork>(IPredictor<TNetwork> network, string path, WeightFileOptions? options)
        where TNetwork : IPredictor<TNetwork>
    {
        IResumableTraining? training = TrainingOf(network, options);
        return Replace(network, training, WeightFile.LoadValues(path, TNetwork.Description, options));
    }

    /// <inheritdoc cref="LoadWithSchema{TNetwork}(IPredictor{TNetwork}, string, WeightFileOptions?)"/>
    internal static DataSchema? LoadWithSchema<TNetwork>(IPredictor<TNetwork> network, Stream stream, WeightFileOptions? options)
        where TNetwork : IPredictor<TNetwork>
    {
        IResumableTraining? training = TrainingOf(network, options);
        return Replace(network, training, WeightFile.LoadValues(stream, TNetwork.Description, options));
    }

    private static DataSchema? Replace<TNetwork>(IPredictor<TNetwork> network, IResumableTraining? training, NetworkValues values)
        where TNetwork : IPredictor<TNetwork>
    {
        NetworkMemory.Replace(network, training, values);
        return values.Schema;
    }

    private static NetworkValues ValuesOf<TNetwork>(IPredictor<TNetwork> network, WeightFileOptions? options)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        return NetworkMemory.Copy(network, options?.OptimizerState ?? false);
    }

    // Asked before a file is opened: a network that cannot do what the options want is no fault of a file.
    private static IResumableTraining? TrainingOf<TNetwork>(IPredictor<TNetwork> network, WeightFileOptions? options)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        return options is { OptimizerState: true } ? NetworkMemory.TrainingOf(network) : null;
    }
}
