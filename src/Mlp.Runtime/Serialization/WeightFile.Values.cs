using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using Mlp.CompilerServices;
using Mlp.Serialization;

namespace Mlp;

/// <content>What parameters in an array and whole networks have in common on their way to a file and back.</content>
public static partial class WeightFile
{
    /// <summary>Saves values that nobody changes meanwhile.</summary>
    internal static void SaveValues(string path, NetworkDescription network, NetworkValues values, WeightFileOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new SavedFile(network, TensorsOf(values, network, ref options), options, values);
        WeightPath.Replace(path, file.WriteTo);
    }

    /// <summary>Saves values to a stream.</summary>
    internal static void SaveValues(Stream stream, NetworkDescription network, NetworkValues values, WeightFileOptions? options)
    {
        RequireWritable(stream);
        new SavedFile(network, TensorsOf(values, network, ref options), options, values).WriteTo(stream);
    }

    /// <summary>Loads what is asked for from a file.</summary>
    internal static NetworkValues LoadValues(string path, NetworkDescription network, WeightFileOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NetworkTensor[] weights = Tensors(network, null, ref options);
        using FileStream stream = WeightPath.OpenRead(path);
        return SafetensorsReader.Read(stream, network, weights, options);
    }

    /// <summary>Loads what is asked for from a stream.</summary>
    internal static NetworkValues LoadValues(Stream stream, NetworkDescription network, WeightFileOptions? options)
    {
        RequireReadable(stream);
        NetworkTensor[] weights = Tensors(network, null, ref options);
        return SafetensorsReader.Read(stream, network, weights, options);
    }

    private static NetworkTensor[] TensorsOf(NetworkValues values, NetworkDescription network, [NotNull] ref WeightFileOptions? options)
    {
        NetworkTensor[] weights = Tensors(network, values.Optimizer is null ? values.Values.Length : null, ref options);
        return values.Optimizer is null ? weights : NetworkTensors.WithMoments(weights, network);
    }

    private static NetworkTensor[] Tensors(NetworkDescription network, int? parameters, [NotNull] ref WeightFileOptions? options)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= WeightFileOptions.Default;
        NetworkTensor[] tensors = NetworkTensors.Of(network, options.Layout);
        if (parameters is { } length)
        {
            Require.Length(length, NetworkTensors.Count(tensors), nameof(parameters));
        }

        return tensors;
    }

    private static void RefuseState(WeightFileOptions? options)
    {
        if (options is { OptimizerState: true })
        {
            throw new ArgumentException(
                "OptimizerState is set, but parameters in an array have no optimizer: save and load a network, by SaveWeights and LoadWeights.",
                nameof(options));
        }
    }

    internal static void RequireReadable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read: open it for reading.", nameof(stream));
        }
    }

    internal static void RequireWritable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written: open it for writing.", nameof(stream));
        }
    }
}
