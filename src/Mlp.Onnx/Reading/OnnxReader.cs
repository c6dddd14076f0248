using System;
using System.Collections.Generic;
using System.IO;
using Google.Protobuf;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;
using Mlp.Serialization;

namespace Mlp.Onnx.Reading;

/// <summary>
/// Reads ONNX files. Reading is total: for every sequence of bytes there is a graph, a fault, or an exception that a stream itself throws. Memory follows
/// what is in the file, whatever it claims.
/// </summary>
internal static class OnnxReader
{
    private const int OldestFormat = 3;
    private const int NewestFormat = 13;
    private const int OldestOpset = 6;
    private const int NewestOpset = 24;

    private static readonly MessageParser<ModelProto> Parser = ModelProto.Parser.WithDiscardUnknownFields(true);

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file, from where the stream stands to its end.</param>
    /// <param name="openExternal">
    /// Opens a file with numbers by its name, which is relative to the folder of this file, has slashes between its parts, and leads nowhere else; none where
    /// there is no such file. It is asked once for each, and what it opens is closed.
    /// </param>
    /// <exception cref="OnnxFileException">It is no ONNX file, or one that cannot be read.</exception>
    /// <exception cref="IOException">A stream's own.</exception>
    internal static OnnxGraph Read(Stream stream, Func<string, Stream?> openExternal) => Read(Bytes(stream), openExternal);

    /// <summary>Reads the bytes of a file.</summary>
    /// <inheritdoc cref="Read(Stream, Func{string, Stream})"/>
    internal static OnnxGraph Read(byte[] bytes, Func<string, Stream?> openExternal)
    {
        ModelProto model;
        try
        {
            model = Parse(bytes);
        }
        catch (OnnxFileException) when (ForeignModel.Recognize(bytes) is { } known)
        {
            throw new OnnxFileException(known);
        }

        return Read(model, openExternal);
    }

    private static byte[] Bytes(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        // One byte more than there may be shows that there is more.
        ByteChunks bytes = ByteChunks.Read(stream, OnnxLimits.File + 1);
        return bytes.Length <= OnnxLimits.File ? bytes.ToArray() : throw new OnnxFileException(
            OnnxFaultCode.TooLarge,
            FormattableString.Invariant($"The file is larger than {OnnxLimits.File} bytes, more than any network that is compiled in: is it the right file?"));
    }

    private static ModelProto Parse(byte[] bytes)
    {
        MessageScan.Require(bytes);
        try
        {
            ModelProto model = Parser.ParseFrom(bytes);
            return model.HasIrVersion && model.Graph is not null ? model : throw new OnnxFileException(
                OnnxFaultCode.NotOnnx,
                "The file is not an ONNX model: it has no graph, or does not say the version of its format. Check that the path is that of the model, and that the file was copied whole.");
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new OnnxFileException(OnnxFaultCode.NotOnnx, $"The file is damaged, or is not an ONNX file: {exception.Message} Copy or export it again.");
        }
    }

    private static OnnxGraph Read(ModelProto model, Func<string, Stream?> openExternal)
    {
        if (model.IrVersion is < OldestFormat or > NewestFormat)
        {
            throw new OnnxFileException(
                OnnxFaultCode.Version,
                FormattableString.Invariant($"The file has version {model.IrVersion} of the ONNX format (ir_version), but {OldestFormat} to {NewestFormat} are read: {(model.IrVersion > NewestFormat ? "export it with an older version" : "bring it up to date with onnx.version_converter, or export it again")}."));
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (StringStringEntryProto entry in model.MetadataProps)
        {
            metadata[entry.Key] = entry.Value;
        }

        long opset = Opset(model);
        var reader = new GraphReader(new TensorReader(new ExternalFiles(openExternal)));
        return reader.Read(model, opset, metadata);
    }

    private static long Opset(ModelProto model)
    {
        long? found = null;
        foreach (OperatorSetIdProto set in model.OpsetImport)
        {
            if (OperatorDomain.Of(set.Domain).Length > 0)
            {
                // Other domains are a matter of the nodes that use them.
                continue;
            }

            if (found is { } other && other != set.Version)
            {
                throw new OnnxFileException(
                    OnnxFaultCode.Version, FormattableString.Invariant($"The file says that its operators are those of opset {other}, and those of opset {set.Version}: export it again."));
            }

            found = set.Version;
        }

        // Where it is not said, it is the first.
        long opset = found ?? 1;
        return opset is >= OldestOpset and <= NewestOpset ? opset : throw new OnnxFileException(
            OnnxFaultCode.Version,
            FormattableString.Invariant($"The operators of the file are those of opset {opset}{(found is null ? ", because it says none" : string.Empty)}, but {OldestOpset} to {NewestOpset} are known: export it with opset 17, or convert it with onnx.version_converter."));
    }
}
