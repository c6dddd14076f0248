using System;
using Mlp.Onnx.Graph;

namespace Mlp.Onnx.Reading;

/// <summary>The types of elements: which are known, what they are called, and how many bytes each takes.</summary>
internal static class ElementTypes
{
    /// <summary>The names of those that are quantised, from 17 on.</summary>
    private static readonly string[] Quantized =
        ["float8e4m3fn", "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz", "uint4", "int4", "float4e2m1", "float8e8m0", "uint2", "int2"];

    /// <summary>The type of a number; undefined where it is not known.</summary>
    internal static OnnxElementType Known(int number) => Enum.IsDefined((OnnxElementType)number) ? (OnnxElementType)number : OnnxElementType.Undefined;

    /// <summary>The name of a type with few bits, for quantised weights; none where the number is that of another.</summary>
    internal static string? QuantizedName(int number)
    {
        int index = number - (int)OnnxElementType.BFloat16 - 1;
        return index >= 0 && index < Quantized.Length ? Quantized[index] : null;
    }

    /// <summary>The bytes of an element; 0 for what is no number.</summary>
    internal static int Bytes(OnnxElementType type) => type switch
    {
        OnnxElementType.Bool or OnnxElementType.Int8 or OnnxElementType.UInt8 => 1,
        OnnxElementType.Int16 or OnnxElementType.UInt16 or OnnxElementType.Float16 or OnnxElementType.BFloat16 => 2,
        OnnxElementType.Float or OnnxElementType.Int32 or OnnxElementType.UInt32 => 4,
        OnnxElementType.Double or OnnxElementType.Int64 or OnnxElementType.UInt64 => 8,
        _ => 0,
    };
}
