using System;
using System.IO;
using Mlp.Onnx;
using Mlp.Onnx.Protos;
using Mlp.Training;

namespace Mlp;

/// <summary>Writes any network as an ONNX file, for ONNX Runtime and whatever else reads such files.</summary>
public static class NetworkOnnx
{
    /// <summary>Writes a network to an ONNX file, which has it all or is what it was.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; nobody may train it meanwhile.</param>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="options">Names and scalers.</param>
    /// <exception cref="ArgumentException">A parameter is not finite, or the options do not fit the network, or contradict it or each other.</exception>
    /// <exception cref="IOException">The file cannot be written; what it was, it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its directory is.</exception>
    public static void SaveOnnx<TNetwork>(this IPredictor<TNetwork> network, string path, OnnxExportOptions? options = null)
        where TNetwork : IPredictor<TNetwork> => OnnxFile.Write(path, ModelOf(network, options));

    /// <summary>Writes a network as an ONNX file to a stream, which stays open.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; nobody may train it meanwhile.</param>
    /// <param name="stream">Receives the file from where it stands on.</param>
    /// <param name="options">Names and scalers.</param>
    /// <exception cref="ArgumentException">
    /// The stream cannot be written, a parameter is not finite, or the options do not fit the network, or contradict it or each other.
    /// </exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static void SaveOnnx<TNetwork>(this IPredictor<TNetwork> network, Stream stream, OnnxExportOptions? options = null)
        where TNetwork : IPredictor<TNetwork> => OnnxFile.Write(stream, ModelOf(network, options));

    private static ModelProto ModelOf<TNetwork>(IPredictor<TNetwork> network, OnnxExportOptions? options)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return OnnxFile.Model(TNetwork.Description, parameters, network.GetSchema(), options);
    }
}
