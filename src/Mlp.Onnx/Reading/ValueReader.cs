using System;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Reading;

/// <summary>Reads what a file says of tensors that are computed, or given from outside.</summary>
internal static class ValueReader
{
    /// <summary>Reads what is said of one.</summary>
    /// <exception cref="OnnxFileException">There is no such tensor.</exception>
    internal static OnnxValue Read(ValueInfoProto value)
    {
        // Lists and maps of tensors, and what may be absent, have no such type: they are no tensors.
        TypeProto.Types.Tensor? tensor = value.Type?.TensorType;
        return new OnnxValue(value.Name, ElementTypes.Known(tensor?.ElemType ?? 0), tensor?.Shape is { } shape ? Dimensions(shape, value.Name) : null);
    }

    private static OnnxDimension[] Dimensions(TensorShapeProto shape, string name)
    {
        if (shape.Dim.Count > OnnxLimits.Rank)
        {
            throw new OnnxFileException(
                OnnxFaultCode.TooLarge, FormattableString.Invariant($"The tensor {Quoted.Of(name)} has {shape.Dim.Count} dimensions, but {OnnxLimits.Rank} is the most that is read."));
        }

        return [.. shape.Dim.Select(dimension => dimension.DimValue > int.MaxValue
            ? throw new OnnxFileException(
                OnnxFaultCode.TooLarge, FormattableString.Invariant($"The tensor {Quoted.Of(name)} has a dimension of {dimension.DimValue}, which is more than any network has."))

            // Exporters write 0 and -1 where they do not know a length.
            : dimension.DimValue > 0 ? new OnnxDimension((int)dimension.DimValue, string.Empty) : new OnnxDimension(null, dimension.DimParam))];
    }
}
