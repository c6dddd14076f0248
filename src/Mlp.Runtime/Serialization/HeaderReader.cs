using System;
using System.Text.Json;
using System.Text.Unicode;

namespace Mlp.Serialization;

/// <summary>Reads the header of a file: UTF-8, JSON, then tensor by tensor.</summary>
/// <remarks>
/// Tokens are read straight off the bytes: a <see cref="JsonDocument"/> takes six times the memory of a header of short numbers.
/// </remarks>
internal sealed class HeaderReader
{
    private const int SmallObject = 32;

    private readonly byte[] _header;
    private readonly NetworkTensor[]? _weights;
    private readonly bool _allowDouble;
    private readonly bool _hasMoments;
    private readonly string[] _metadataKeys;
    private readonly string?[] _metadata;
    private readonly HeaderText _text;

    private HeaderReader(byte[] header, NetworkTensor[]? weights, WeightFileOptions options, string[] metadataKeys)
    {
        _header = header;
        _weights = weights;
        _allowDouble = options.AllowDouble;
        _hasMoments = options.OptimizerState;
        _metadataKeys = metadataKeys;
        _metadata = new string?[metadataKeys.Length];
        _text = new HeaderText(header.Length);
    }

    /// <summary>Reads a header.</summary>
    /// <param name="header">All of its bytes.</param>
    /// <param name="metadataKeys">The keys of the values of the metadata that are wanted.</param>
    /// <exception cref="WeightFileException">It is not a header.</exception>
    internal static SafetensorsHeader Read(byte[] header, params string[] metadataKeys) => Read(header, null, WeightFileOptions.Default, metadataKeys);

    /// <summary>Reads a header for a network: its tensors must have an element type that is read. What others are, is not asked yet.</summary>
    /// <param name="header">All of its bytes.</param>
    /// <param name="weights">The tensors of the network; <see langword="null"/>: none.</param>
    /// <param name="options">Which element types are read.</param>
    /// <param name="metadataKeys">The keys of the values of the metadata that are wanted.</param>
    /// <exception cref="WeightFileException">It is not a header.</exception>
    internal static SafetensorsHeader Read(byte[] header, NetworkTensor[]? weights, WeightFileOptions options, params string[] metadataKeys)
    {
        if (!Utf8.IsValid(header))
        {
            throw new WeightFileException(
                WeightFileError.BadHeaderUtf8,
                "The header of the file is not UTF-8: the file is damaged, or not a safetensors file.");
        }

        return new HeaderReader(header, weights, options, metadataKeys).Read();
    }

    private SafetensorsHeader Read()
    {
        CheckSyntax();
        var reader = new Utf8JsonReader(_header);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw BadJson("The header of the file is JSON but no object: it must map names to tensors.");
        }

        int keys = HeaderText.CountKeys(reader);
        if (keys > WeightFileLimits.Tensors + 1)
        {
            throw TooManyTensors();
        }

        // As many as there can be: not all that is counted is a tensor.
        var tensors = new TensorEntry[Math.Min(keys, _header.Length / TensorEntry.LeastBytes)];
        var names = new NameSet(new int[NameSet.SlotsFor(keys)], _text.Bytes);
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isMetadata = reader.ValueTextEquals(SafetensorsHeader.MetadataKey);
            (int Start, int Length) name = _text.Take(reader);
            if (!names.Add(name.Start, name.Length))
            {
                throw Twice("The header", name);
            }

            reader.Read();
            if (isMetadata)
            {
                ReadMetadata(ref reader);
                continue;
            }

            TensorEntry tensor = ReadTensor(ref reader, name);
            if (count == WeightFileLimits.Tensors)
            {
                throw TooManyTensors();
            }

            tensors[count++] = tensor;
        }

        return new SafetensorsHeader(_text.Bytes, tensors, count, _metadata);
    }

    /// <summary>One pass over all tokens, so that what follows it meets well-formed JSON only.</summary>
    private void CheckSyntax()
    {
        var reader = new Utf8JsonReader(_header);
        try
        {
            while (reader.Read())
            {
                // Only taking the escapes out shows half a surrogate pair. Nothing has been taken yet: all the text is free.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.CopyString(_text.Bytes);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The exception's own message quotes the file.
            throw BadJson(FormattableString.Invariant(
                $"The header of the file is not JSON from byte {reader.BytesConsumed} of {_header.Length} on: the file is damaged, or its first 8 bytes do not give the length of the header."));
        }
    }

    private TensorEntry ReadTensor(ref Utf8JsonReader reader, (int Start, int Length) name)
    {
        var fields = new TensorFields(_text, name);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw BadJson($"Tensor {_text.Quote(name)} is no object: it must have dtype, shape and data_offsets.");
        }

        int keys = HeaderText.CountKeys(reader);
        var set = new NameSet(keys <= SmallObject ? stackalloc int[NameSet.SlotsFor(keys)] : new int[NameSet.SlotsFor(keys)], _text.Bytes);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            TensorField field = TensorFields.Which(reader);
            (int Start, int Length) key = _text.Take(reader);
            if (!set.Add(key.Start, key.Length))
            {
                throw Twice($"Tensor {_text.Quote(name)}", key);
            }

            reader.Read();
            fields.Read(ref reader, field);
        }

        TensorEntry tensor = fields.Check(!IsOfNetwork(_text.Bytes.AsSpan(name.Start, name.Length)), _allowDouble);
        (tensor.NameStart, tensor.NameLength) = name;
        return tensor;
    }

    /// <summary>Whether a name is that of a tensor whose values will be read.</summary>
    private bool IsOfNetwork(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith(NetworkSignature.Prefix))
        {
            return !OptimizerMoments.IsPassedOver(name, _hasMoments);
        }

        foreach (NetworkTensor tensor in _weights ?? [])
        {
            if (!tensor.IsAbsent && name.SequenceEqual(tensor.Utf8Name))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new WeightFileException(WeightFileError.BadMetadata, "The __metadata__ of the file is no object: it must map strings to strings.");
        }

        int keys = HeaderText.CountKeys(reader);
        var set = new NameSet(new int[NameSet.SlotsFor(keys)], _text.Bytes);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int place = PlaceOf(reader);
            (int Start, int Length) key = _text.Take(reader);
            if (!set.Add(key.Start, key.Length))
            {
                throw Twice("__metadata__", key);
            }

            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                throw new WeightFileException(
                    WeightFileError.BadMetadata,
                    $"The value of {_text.Quote(key)} in the __metadata__ of the file is no string: write it as one.");
            }

            if (place >= 0)
            {
                _metadata[place] = reader.GetString();
            }
        }
    }

    /// <summary>Which of the wanted keys a reader stands on; −1 for none of them.</summary>
    private int PlaceOf(in Utf8JsonReader reader)
    {
        int place = _metadataKeys.Length - 1;
        while (place >= 0 && !reader.ValueTextEquals(_metadataKeys[place]))
        {
            place--;
        }

        return place;
    }

    private WeightFileException Twice(string where, (int Start, int Length) key) =>
        new(WeightFileError.DuplicateKey, $"{where} has the key {_text.Quote(key)} twice: which one is meant cannot be known. Write the file again.");

    private static WeightFileException TooManyTensors() => new(
        WeightFileError.TooManyTensors,
        FormattableString.Invariant($"The file has more than {WeightFileLimits.Tensors} tensors: save those of the network alone."));

    private static WeightFileException BadJson(string message) => new(WeightFileError.BadHeaderJson, message);
}
