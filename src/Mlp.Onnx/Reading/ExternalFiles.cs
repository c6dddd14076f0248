using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;
using Mlp.Serialization;

namespace Mlp.Onnx.Reading;

/// <summary>The files beside an ONNX file that have numbers of it. Each is read once, as far as the limit for all of them goes.</summary>
/// <param name="open">Opens a file by its name; none where there is no such file.</param>
internal sealed class ExternalFiles(Func<string, Stream?> open)
{
    private readonly Dictionary<string, byte[]> _read = new(StringComparer.Ordinal);
    private long _room = OnnxLimits.File;

    /// <summary>The bytes of a tensor.</summary>
    /// <param name="entries">Where they are.</param>
    /// <param name="count">How many its shape says that they are.</param>
    /// <param name="what">The tensor, for messages.</param>
    /// <exception cref="OnnxFileException">They are not there.</exception>
    internal ReadOnlyMemory<byte> Read(IReadOnlyList<StringStringEntryProto> entries, long count, string what)
    {
        string location = entries.LastOrDefault(static entry => entry.Key == "location")?.Value ?? string.Empty;
        string name = Inside(location) ?? throw new OnnxFileException(
            OnnxFaultCode.ExternalData,
            $"{what} has its numbers in another file, {Quoted.Of(location)}, but that is no path inside the folder of the ONNX file: save the model again, with its data beside it.");
        long offset = Number(entries, "offset", what) ?? 0;
        long length = Number(entries, "length", what) ?? count;
        if (length != count)
        {
            throw new OnnxFileException(
                OnnxFaultCode.Shape, FormattableString.Invariant($"{what} has {length} bytes in the file {Quoted.Of(name)}, but its shape and its type say {count}: the file is damaged. Export it again."));
        }

        byte[] bytes = Open(name, what);
        return offset <= bytes.Length && length <= bytes.Length - offset ? bytes.AsMemory((int)offset, (int)length) : throw new OnnxFileException(
            OnnxFaultCode.ExternalData,
            FormattableString.Invariant($"{what} has its numbers in the file {Quoted.Of(name)}, from byte {offset} on, {length} bytes, but that file has {bytes.Length} bytes: it was cut off, or belongs to another model. Copy both again."));
    }

    /// <summary>A path with slashes that stays inside the folder; none where it does not.</summary>
    private static string? Inside(string location)
    {
        if (location.Length == 0 || location[0] is '/' or '\\' || location.AsSpan().ContainsAny(':', '\0'))
        {
            return null;
        }

        string[] parts = [.. location.Split('/', '\\').Where(static part => part is not ("" or "."))];
        return parts.Length == 0 || parts.Contains("..") ? null : string.Join('/', parts);
    }

    private static long? Number(IReadOnlyList<StringStringEntryProto> entries, string key, string what)
    {
        string? text = entries.LastOrDefault(entry => entry.Key == key)?.Value;
        return text is null ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
            : throw new OnnxFileException(OnnxFaultCode.ExternalData, $"{what} has its numbers in another file, but its {key} is {Quoted.Of(text)}, which is no number: the file is damaged. Export it again.");
    }

    private byte[] Open(string name, string what)
    {
        if (_read.TryGetValue(name, out byte[]? known))
        {
            return known;
        }

        using Stream stream = open(name) ?? throw new OnnxFileException(
            OnnxFaultCode.ExternalData,
            $"{what} has its numbers in the file {Quoted.Of(name)}, which was not found: it belongs beside the ONNX file. Add it as an AdditionalFiles item, as the model is, or save the model with its data inside.");
        ByteChunks bytes = ByteChunks.Read(stream, _room + 1);
        if (bytes.Length > _room)
        {
            throw new OnnxFileException(
                OnnxFaultCode.TooLarge, FormattableString.Invariant($"The files with the numbers of the model have more than {OnnxLimits.File} bytes together, more than any network that is compiled in."));
        }

        _room -= bytes.Length;
        return _read[name] = bytes.ToArray();
    }
}
