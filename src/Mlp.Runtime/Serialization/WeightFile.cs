using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using Mlp.Serialization;
using Mlp.Validation;

namespace Mlp;

/// <summary>
/// Saves and loads the parameters of a network as safetensors. Parameters are in canonical order: for each layer its weights
/// row by row ([outputs, inputs]), then its biases.
/// </summary>
/// <remarks>
/// Reading is total: for every file it gives weights, a <see cref="WeightFileException"/>, or the exception of the file system
/// or the stream. A path is replaced in one step: it has the old file or the new one, whole. Files are of 256 MiB at most.
/// </remarks>
public static partial class WeightFile
{
    /// <summary>Saves parameters to a file.</summary>
    /// <param name="path">The file; one that exists is replaced. Where it is a symbolic link, what it leads to is replaced.</param>
    /// <param name="network">The network they are of.</param>
    /// <param name="parameters">As many values as the network has parameters.</param>
    /// <param name="options">The layout and further metadata.</param>
    /// <exception cref="ArgumentException">The span has the wrong length, or the options contradict the format.</exception>
    /// <exception cref="IOException">The file cannot be written; what it was, it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its directory is.</exception>
    public static void Save(string path, NetworkDescription network, ReadOnlySpan<float> parameters, WeightFileOptions? options = null)
    {
        // A span cannot be captured; a copy also keeps what is saved from changing while it is written.
        SaveOwned(path, network, parameters.ToArray(), options);
    }

    /// <summary>Saves parameters that nobody changes meanwhile.</summary>
    internal static void SaveOwned(string path, NetworkDescription network, float[] parameters, WeightFileOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NetworkTensor[] tensors = Tensors(network, parameters.Length, ref options);
        WeightPath.Replace(path, stream => SafetensorsWriter.Write(stream, network, tensors, options, parameters));
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
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written: open it for writing.", nameof(stream));
        }

        NetworkTensor[] tensors = Tensors(network, parameters.Length, ref options);
        SafetensorsWriter.Write(stream, network, tensors, options, parameters);
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
        ArgumentException.ThrowIfNullOrEmpty(path);
        NetworkTensor[] tensors = Tensors(network, null, ref options);
        using FileStream stream = WeightPath.OpenRead(path);
        return SafetensorsReader.Read(stream, tensors, options);
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
        RequireReadable(stream);
        NetworkTensor[] tensors = Tensors(network, null, ref options);
        return SafetensorsReader.Read(stream, tensors, options);
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

    private static NetworkTensor[] Tensors(NetworkDescription network, int? parameters, [NotNull] ref WeightFileOptions? options)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= WeightFileOptions.Default;
        NetworkTensor[] tensors = NetworkTensors.Of(network, options.Layout);
        if (parameters is { } length)
        {
            Require.Length(length, NetworkTensors.ParameterCount(tensors), nameof(parameters));
        }

        return tensors;
    }

    private static void RequireReadable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read: open it for reading.", nameof(stream));
        }
    }
}
