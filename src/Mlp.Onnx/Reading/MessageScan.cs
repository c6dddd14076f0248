using System;
using System.Text.Unicode;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Reading;

/// <summary>
/// Goes once over the bytes of a model before they become objects: they are whole, known fields are what they should be, texts are UTF-8, and there are
/// no more parts than <see cref="OnnxLimits"/> allow. It takes no memory, so that what is parsed afterwards takes memory in proportion.
/// </summary>
/// <remarks>No message contains its own kind, for graphs inside attributes are bytes here: how deep it goes is the depth of the format.</remarks>
internal ref struct MessageScan
{
    private const int LongestInteger = 10;

    private static readonly ScannedMessage Model = ScannedMessage.Of(ModelProto.Descriptor);

    private readonly ReadOnlySpan<byte> _bytes;
    private int _nodes;
    private int _tensors;
    private int _parts;
    private int _texts;
    private long _integers;

    private MessageScan(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Asserts that bytes are a whole model of a bearable size.</summary>
    /// <exception cref="OnnxFileException">They are not.</exception>
    internal static void Require(ReadOnlySpan<byte> bytes)
    {
        var scan = new MessageScan(bytes);
        scan.Message(Model, 0, bytes.Length);
    }

    private void Message(ScannedMessage message, int start, int end)
    {
        ulong seen = 0;
        for (int at = start; at < end;)
        {
            int begin = at;
            ulong tag = Integer(ref at, end);
            (ulong number, int wire) = (tag >> 3, (int)(tag & 7));
            if (number is 0 or > 0x1FFFFFFF)
            {
                throw Damaged(begin, FormattableString.Invariant($"there is no field {number}"));
            }

            ScannedField? field = message[(uint)number];
            if (field is { Kind: ScannedKind.Message, IsRepeated: false })
            {
                if ((seen & (1UL << (int)number)) != 0)
                {
                    throw Damaged(begin, $"a second {field.Name} stands in the same {message.Name}");
                }

                seen |= 1UL << (int)number;
            }

            Field(field, wire, begin, ref at, end);
        }
    }

    private void Field(ScannedField? field, int wire, int begin, ref int at, int end)
    {
        switch (wire)
        {
            case 0 when field is null or { Kind: ScannedKind.Integer }:
                Integer(ref at, end);
                Count(ref _integers, field is null ? 0 : 1);
                break;
            case 1 when field is null or { Kind: ScannedKind.Fixed64 }:
                Skip(ref at, sizeof(ulong), begin, end);
                break;
            case 5 when field is null or { Kind: ScannedKind.Fixed32 }:
                Skip(ref at, sizeof(uint), begin, end);
                break;
            case 2 when field is null or { IsRepeated: true } or { Kind: ScannedKind.Text or ScannedKind.Bytes or ScannedKind.Message }:
                ulong length = Integer(ref at, end);
                int content = at;
                Skip(ref at, length, begin, end);
                if (field is not null)
                {
                    Content(field, begin, content, at);
                }

                break;
            default:
                throw Damaged(begin, field is null ? "no such kind of field is known" : $"{field.Name} is not what it should be");
        }
    }

    private void Content(ScannedField field, int begin, int start, int end)
    {
        ReadOnlySpan<byte> content = _bytes[start..end];
        switch (field.Kind)
        {
            case ScannedKind.Message:
                Count(field.Message!);
                Message(field.Message!, start, end);
                break;
            case ScannedKind.Text when !Utf8.IsValid(content):
                throw Damaged(begin, $"{field.Name} is no text in UTF-8");
            case ScannedKind.Text or ScannedKind.Bytes:
                Count(ref _texts, OnnxLimits.Texts, "names and texts");
                break;
            case ScannedKind.Integer:
                Integers(start, end);
                break;
            case ScannedKind.Fixed32 when content.Length % sizeof(uint) != 0:
            case ScannedKind.Fixed64 when content.Length % sizeof(ulong) != 0:
                throw Damaged(begin, $"{field.Name} ends in the middle of a number");
        }
    }

    private void Integers(int at, int end)
    {
        int count = 0;
        while (at < end)
        {
            Integer(ref at, end);
            count++;
        }

        Count(ref _integers, count);
    }

    private readonly ulong Integer(ref int at, int end)
    {
        ulong value = 0;
        for (int index = 0; index < LongestInteger; index++)
        {
            if (at + index >= end)
            {
                throw Damaged(at, "it ends in the middle of a number");
            }

            byte part = _bytes[at + index];
            value |= (ulong)(part & 0x7F) << (7 * index);
            if (part < 0x80)
            {
                at += index + 1;
                return value;
            }
        }

        throw Damaged(at, "a number is longer than any");
    }

    private readonly void Skip(ref int at, ulong length, int begin, int end)
    {
        if (length > (ulong)(end - at))
        {
            throw Damaged(begin, FormattableString.Invariant($"{length} bytes should follow, but {end - at} do"));
        }

        at += (int)length;
    }

    private void Count(ScannedMessage message)
    {
        switch (message.Name)
        {
            case nameof(NodeProto):
                Count(ref _nodes, OnnxLimits.Nodes, "operators");
                break;
            case nameof(TensorProto):
                Count(ref _tensors, OnnxLimits.Tensors, "tensors with values");
                break;
            default:
                Count(ref _parts, OnnxLimits.Parts, "attributes, dimensions and descriptions");
                break;
        }
    }

    private static void Count(ref int count, int most, string what)
    {
        if (++count > most)
        {
            throw TooMany(most, what);
        }
    }

    private static void Count(ref long count, int more, string what = "integers in lists")
    {
        count += more;
        if (count > OnnxLimits.Integers)
        {
            throw TooMany(OnnxLimits.Integers, what);
        }
    }

    private static OnnxFileException TooMany(int most, string what) => new(
        OnnxFaultCode.NotOnnx, FormattableString.Invariant($"The file has more than {most} {what}, which no network of layers needs: export the network alone."));

    private static OnnxFileException Damaged(int at, string what) => new(
        OnnxFaultCode.NotOnnx,
        FormattableString.Invariant($"The file is damaged, was cut off, or is not an ONNX file: at byte {at}, {what}. Copy or export it again."));
}
