using System;
using System.IO;
using Google.Protobuf;
using Mlp.Onnx.Export;
using Mlp.Onnx.Protos;
using Mlp.Serialization;
using Mlp.Training;

namespace Mlp.Onnx;

/// <summary>Writes networks whose weights are compiled in for good as ONNX files. Other networks write themselves: <see cref="NetworkOnnx"/>.</summary>
public static class OnnxFile
{
    /// <summary>Writes a network to a file, which has it all or is what it was.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="options">Names and scalers.</param>
    /// <exception cref="ArgumentException">The options do not fit the network, or contradict each other.</exception>
    /// <exception cref="IOException">The file cannot be written; what it was, it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its directory is.</exception>
    public static void Save<TNetwork>(string path, OnnxExportOptions? options = null)
        where TNetwork : IFrozenNetwork<TNetwork> => Write(path, Frozen<TNetwork>(options));

    /// <summary>Writes a network to a stream, which stays open.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="stream">Receives the file from where it stands on.</param>
    /// <param name="options">Names and scalers.</param>
    /// <exception cref="ArgumentException">The stream cannot be written, the options do not fit the network, or contradict each other.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static void Save<TNetwork>(Stream stream, OnnxExportOptions? options = null)
        where TNetwork : IFrozenNetwork<TNetwork> => Write(stream, Frozen<TNetwork>(options));

    /// <summary>The model of a network.</summary>
    /// <param name="network">What the network is.</param>
    /// <param name="parameters">Its parameters, in canonical order.</param>
    /// <param name="known">What it knows of its data; none where it knows nothing.</param>
    /// <param name="options">Names and scalers.</param>
    internal static ModelProto Model(NetworkDescription network, float[] parameters, DataSchema? known, OnnxExportOptions? options)
    {
        options ??= OnnxExportOptions.Default;
        ModelProto model = ExportedModel.Of(network, parameters, options, ExportedMetadata.Of(network, parameters, known, options));
        ExportedModel.RequireReadable(model);
        return model;
    }

    /// <summary>Writes a model to a file in one step.</summary>
    internal static void Write(string path, ModelProto model) => WeightPath.Replace(path, model.WriteTo);

    /// <summary>Writes a model to a stream.</summary>
    internal static void Write(Stream stream, ModelProto model)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written.", nameof(stream));
        }

        model.WriteTo(stream);
    }

    private static ModelProto Frozen<TNetwork>(OnnxExportOptions? options)
        where TNetwork : IFrozenNetwork<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        TNetwork.CopyParametersTo(parameters);
        return Model(TNetwork.Description, parameters, known: null, options);
    }
}
