using System;
using System.IO;
using Mlp.Serialization;

namespace Mlp;

/// <summary>
/// Saves and loads the parameters of a network as safetensors. Parameters are in canonical order: for each layer its weights
/// row by row ([outputs, inputs]), then its biases.
/// </summary>
/// <remarks>
/// For every file, reading gives weights, a <see cref="WeightFileException"/>, or an exception of the file system or the stream.
/// Saving to a path replaces the file in one step: the path always has the whole old file or the whole new one. Files have 256
/// MiB at most.
/// </remarks>
public static partial class WeightFile
{
    /// <summary>Saves parameters to a file.</summary>
    /// <param name="path">The file; one that exists is replaced. If it is a symbolic link, the file it leads to is replaced.</param>
    /// <param name="network">The network they are of.</param>
    /// <param name="parameters">As many values as the network has parameters.</param>
    /// <param name="options">The layout and further metadata.</param>
    /// <exception cref="ArgumentException">The span has the wrong length, or the options contradict the format.</exception>
    /// <exception cref="IOException">The file cannot be written; what it was, it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its directory is.</exception>
    public static void Save(string path, NetworkDescription network, ReadOnlySpan<float> parameters, WeightFileOptions? options = null)
    {
        RefuseState(options);

        // A span cannot be captured; a copy also keeps what is saved from changing while it is written.
        SaveValues(path, network, new NetworkValues(parameters.ToArray(), null), options);
    }

    /// <summary>Saves parameters to a stream, which stays open.</summary>
    /// <param name="stream">Receives the file from where it stands on.</param>
    /// <param name="network">The network they are of.</param>
    /// <param name="parameters">As many values as the network has parameters.</param>
    /// <param name="options">The layout and further metadata.</param>
    /// <exception cref="ArgumentException">The span has the wrong length, the stream cannot be written, or the options contradict the format.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static void Save(Stream stream, NetworkDescription network, ReadOnlySpan<float> parameters, WeightFileOptions? options = null)
    {
        RefuseState(options);
        SaveValues(stream, network, new NetworkValues(parameters.ToArray(), null), options);
    }

    /// <summary>Loads parameters from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">The network they are for.</param>
    /// <param name="options">The layout, and what is accepted.</param>
    /// <returns>As many values as the network has parameters.</returns>
    /// <exception cref="WeightFileException">The file does not hold weights of the network.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static float[] Load(string path, NetworkDescription network, WeightFileOptions? options = null)
    {
        RefuseState(options);
        return LoadValues(path, network, options).Values;
    }

    /// <summary>Loads parameters from a stream, which stays open.</summary>
    /// <param name="stream">The file, from where the stream stands to its end. It may be slow, and need not seek.</param>
    /// <param name="network">The network they are for.</param>
    /// <param name="options">The layout, and what is accepted.</param>
    /// <returns>As many values as the network has parameters.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="WeightFileException">The stream does not hold weights of the network.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static float[] Load(Stream stream, NetworkDescription network, WeightFileOptions? options = null)
    {
        RefuseState(options);
        return LoadValues(stream, network, options).Values;
    }

    /// <summary>Reads one value of a file's metadata; the weights are not read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The key, for example "mlp.network": sizes, activations and loss of the network that was saved.</param>
    /// <returns>The value; <see langword="null"/> where the file does not have it.</returns>
    /// <exception cref="WeightFileException">The file does not begin as a safetensors file.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string? ReadMetadata(string path, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(key);
        using FileStream stream = WeightPath.OpenRead(path);
        return SafetensorsReader.ReadMetadata(stream, key);
    }

    /// <summary>Reads one value of the metadata of a file in a stream, which stays open behind the header.</summary>
    /// <param name="stream">The file, from where the stream stands.</param>
    /// <param name="key">The key, for example "mlp.network": sizes, activations and loss of the network that was saved.</param>
    /// <returns>The value; <see langword="null"/> where the file does not have it.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="WeightFileException">The stream does not begin as a safetensors file.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static string? ReadMetadata(Stream stream, string key)
    {
        RequireReadable(stream);
        ArgumentNullException.ThrowIfNull(key);
        return SafetensorsReader.ReadMetadata(stream, key);
    }
}
