using System;
using System.Text.Json;

namespace Mlp.Serialization;

/// <summary>Reads the fields of one tensor as they come, then checks what they say together.</summary>
/// <param name="text">Where the name of the tensor is.</param>
/// <param name="name">The name of the tensor, for messages: only a failure quotes it.</param>
internal struct TensorFields(HeaderText text, (int Start, int Length) name)
{
    private const ulong LargestProduct = 1UL << 63;

    private TensorEntry _tensor = new();
    private UInt128 _elements = 1;
    private int _rank;
    private bool _hasZero;
    private bool _hasType;
    private bool _hasShape;
    private bool _hasOffsets;

    /// <summary>The field whose name a reader stands on.</summary>
    internal static TensorField Which(in Utf8JsonReader reader) =>
        reader.ValueTextEquals("dtype"u8) ? TensorField.Type
        : reader.ValueTextEquals("shape"u8) ? TensorField.Shape
        : reader.ValueTextEquals("data_offsets"u8) ? TensorField.Offsets
        : TensorField.Unknown;

    /// <summary>Reads the value that a reader stands on, to its end.</summary>
    internal void Read(ref Utf8JsonReader reader, TensorField field)
    {
        switch (field)
        {
            case TensorField.Type:
                _hasType = reader.TokenType == JsonTokenType.String;
                _tensor.Type = _hasType ? ElementTypes.Parse(reader) : ElementType.Unknown;
                reader.Skip();
                break;
            case TensorField.Shape:
                ReadShape(ref reader);
                _hasShape = true;
                break;
            case TensorField.Offsets:
                ReadOffsets(ref reader);
                _hasOffsets = true;
                break;
            default:
                reader.Skip();
                break;
        }
    }

    /// <summary>Checks the fields against each other.</summary>
    /// <param name="anyType">Whether the tensor may have a type that weights do not have.</param>
    /// <param name="allowDouble">Whether weights may be F64.</param>
    internal TensorEntry Check(bool anyType, bool allowDouble)
    {
        if (!_hasShape || !_hasOffsets)
        {
            throw Refuse(WeightFileError.BadHeaderJson, $"has no {(_hasShape ? "data_offsets" : "shape")}: the file was written wrong.");
        }

        CheckType(anyType, allowDouble);
        if (_rank > WeightFileLimits.Rank)
        {
            throw Refuse(WeightFileError.RankTooLarge, $"has {_rank} dimensions, but may have {WeightFileLimits.Rank}: weights have 2, biases 1.");
        }

        if (_elements > LargestProduct)
        {
            throw Refuse(WeightFileError.ShapeOverflow, $"has dimensions that multiply to more than 2^63: the file is damaged.");
        }

        if (_tensor.End < _tensor.Begin)
        {
            throw Refuse(WeightFileError.BadOffsets, $"ends at byte {_tensor.End}, before it begins at byte {_tensor.Begin}: the file is damaged.");
        }

        // In bits: an F4 is half a byte.
        UInt128 elements = _hasZero ? 0 : _elements;
        UInt128 bytes = _tensor.End - _tensor.Begin;
        if (elements * (uint)ElementTypes.Bits(_tensor.Type) != bytes * 8)
        {
            throw Refuse(WeightFileError.SizeMismatch, $"has {bytes} bytes of data, but {elements} elements of {ElementTypes.Bits(_tensor.Type)} bits: the file is damaged.");
        }

        _tensor.Rank = (byte)_rank;
        return _tensor;
    }

    private readonly void CheckType(bool anyType, bool allowDouble)
    {
        if (_tensor.Type == ElementType.Unknown)
        {
            string what = _hasType ? "a dtype that the format does not have" : "no dtype";
            throw Refuse(WeightFileError.BadDType, $"has {what}: F32, F16 and BF16 are read, and F64 on request.");
        }

        if (!anyType && !ElementTypes.IsRead(_tensor.Type, allowDouble))
        {
            throw new WeightFileException(WeightFileError.UnsupportedDType, TensorRefusals.Type(text.Quote(name), _tensor.Type == ElementType.F64));
        }
    }

    private void ReadShape(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw BadNumbers("shape", "a list of");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ulong dimension = Number(reader, "shape", "a list of");
            if (_rank < WeightFileLimits.Rank)
            {
                _tensor.Extents[_rank] = (uint)Math.Min(dimension, uint.MaxValue);
            }

            _rank++;

            // A zero hides no product that is too large. One that is, stays as it is: another factor might overflow.
            _hasZero |= dimension == 0;
            if (dimension != 0 && _elements <= LargestProduct)
            {
                _elements *= dimension;
            }
        }
    }

    private void ReadOffsets(ref Utf8JsonReader reader)
    {
        const string Two = "two";
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw BadNumbers("data_offsets", Two);
        }

        reader.Read();
        _tensor.Begin = Number(reader, "data_offsets", Two);
        reader.Read();
        _tensor.End = Number(reader, "data_offsets", Two);
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw BadNumbers("data_offsets", Two);
        }
    }

    private readonly ulong Number(in Utf8JsonReader reader, string field, string howMany)
    {
        // The digits alone: no sign, no point, no exponent.
        if (reader.TokenType != JsonTokenType.Number || reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            throw BadNumbers(field, howMany);
        }

        // What is larger than any number of bytes will fit nothing, as the largest number does.
        return reader.TryGetUInt64(out ulong number) ? number : ulong.MaxValue;
    }

    private readonly WeightFileException BadNumbers(string field, string howMany) =>
        Refuse(WeightFileError.BadHeaderJson, $"has a {field} that is not {howMany} whole numbers of 0 or more: the file was written wrong.");

    private readonly WeightFileException Refuse(WeightFileError code, FormattableString message) =>
        new(code, $"Tensor {text.Quote(name)} " + FormattableString.Invariant(message));
}
