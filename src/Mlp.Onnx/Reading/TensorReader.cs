using System;
using System.Linq;
using System.Text;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Reading;

/// <summary>Reads tensors whose values are in the file, or in one beside it. Memory is taken when as many numbers are there as the shape says.</summary>
/// <param name="files">The files beside it.</param>
internal sealed class TensorReader(ExternalFiles files)
{
    private const int IsExternal = 1;

    private long _elements;

    /// <summary>Reads a tensor.</summary>
    /// <param name="tensor">What was parsed.</param>
    /// <param name="what">The tensor in words, as the beginning of a sentence.</param>
    /// <exception cref="OnnxFileException">It cannot be read.</exception>
    internal OnnxTensor Read(TensorProto tensor, string what)
    {
        OnnxElementType type = TypeOf(tensor, what);
        int[] extents = Extents(tensor, what);
        long count = Count(extents, what);
        if (tensor.HasSegment)
        {
            throw new OnnxFileException(OnnxFaultCode.NotOnnx, $"{what} is a part of one (a segment), which is not read: save the model with whole tensors.");
        }

        if (tensor.DataLocation is not (0 or IsExternal))
        {
            throw new OnnxFileException(
                OnnxFaultCode.NotOnnx, FormattableString.Invariant($"{what} has its numbers at a place of kind {tensor.DataLocation} (data_location), which is not known: save the model with its data inside."));
        }

        return type == OnnxElementType.String
            ? new OnnxTensor(tensor.Name, type, extents, [], Strings(tensor, count, what))
            : new OnnxTensor(tensor.Name, type, extents, Numbers(tensor, type, count, what), []);
    }

    private static OnnxElementType TypeOf(TensorProto tensor, string what)
    {
        OnnxElementType type = ElementTypes.Known(tensor.DataType);
        if (ElementTypes.QuantizedName(tensor.DataType) is { } quantized)
        {
            throw new OnnxFileException(OnnxFaultCode.Quantized, $"{what} has elements of type {quantized}: the model is quantised, which is not read. Export it before it is quantised.");
        }

        return type switch
        {
            OnnxElementType.Undefined => throw new OnnxFileException(
                OnnxFaultCode.NotOnnx, FormattableString.Invariant($"{what} has elements of type {tensor.DataType}, which is not known: the file is damaged, or newer than what is read.")),
            OnnxElementType.Complex64 or OnnxElementType.Complex128 => throw new OnnxFileException(
                OnnxFaultCode.ElementType, $"{what} has complex numbers, which no layer takes: export a model of real numbers."),
            _ => type,
        };
    }

    private static int[] Extents(TensorProto tensor, string what)
    {
        if (tensor.Dims.Count > OnnxLimits.Rank)
        {
            throw new OnnxFileException(
                OnnxFaultCode.TooLarge, FormattableString.Invariant($"{what} has {tensor.Dims.Count} dimensions, but {OnnxLimits.Rank} is the most that is read."));
        }

        return [.. tensor.Dims.Select(dimension => dimension is >= 0 and <= int.MaxValue ? (int)dimension : throw new OnnxFileException(
            OnnxFaultCode.Shape, FormattableString.Invariant($"{what} has a dimension of {dimension}, which cannot be: the file is damaged. Export it again.")))];
    }

    private static string[] Strings(TensorProto tensor, long count, string what)
    {
        RequireCount(tensor.DataLocation == IsExternal ? 0 : tensor.StringData.Count, count, what, "strings");
        return [.. tensor.StringData.Select(static text => Encoding.UTF8.GetString(text.Span))];
    }

    private static void RequireCount(long there, long count, string what, string kind)
    {
        if (there != count)
        {
            throw new OnnxFileException(
                OnnxFaultCode.Shape, FormattableString.Invariant($"{what} has {there} {kind}, but its shape says {count}: the file is damaged. Export it again."));
        }
    }

    private long Count(int[] extents, string what)
    {
        long count = extents.Contains(0) ? 0 : 1;
        foreach (int extent in extents)
        {
            // Below the limit before, so the product is a long; and from there it does not come back.
            count = count > OnnxLimits.Elements ? count : count * extent;
        }

        _elements += count;
        return _elements <= OnnxLimits.Elements ? count : throw new OnnxFileException(
            OnnxFaultCode.TooLarge,
            FormattableString.Invariant($"{what} is [{string.Join(", ", extents)}]: with it the tensors of the file have more than {OnnxLimits.Elements} numbers, more than is compiled in."));
    }

    private double[] Numbers(TensorProto tensor, OnnxElementType type, long count, string what)
    {
        if (tensor.DataLocation == IsExternal)
        {
            return TensorNumbers.OfBytes(files.Read(tensor.ExternalData, count * ElementTypes.Bytes(type), what).Span, type);
        }

        int listed = TensorNumbers.CountOfLists(tensor);
        if (tensor.HasRawData && (listed == 0 || tensor.RawData.Length > 0))
        {
            RequireCount(listed, 0, what, "numbers in a list beside its bytes");
            RequireCount(tensor.RawData.Length, count * ElementTypes.Bytes(type), what, "bytes of numbers");
            return TensorNumbers.OfBytes(tensor.RawData.Span, type);
        }

        RequireCount(TensorNumbers.CountOfList(tensor, type), count, what, "numbers");
        RequireCount(listed, count, what, "numbers in all its lists");
        return TensorNumbers.OfList(tensor, type) ?? throw new OnnxFileException(
            OnnxFaultCode.NotOnnx, $"{what} has a number that its type has no room for: the file is damaged. Export it again.");
    }
}
