using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;

namespace Mlp.Onnx.Import.Values;

/// <summary>A tensor whose numbers or strings are in the file, or follow from what is.</summary>
internal sealed class ConstantValue(OnnxTensor tensor) : TensorValue
{
    /// <summary>The numbers.</summary>
    public OnnxTensor Tensor => tensor;

    /// <summary>How many there are.</summary>
    public int Count => tensor.Strings.Count > 0 ? tensor.Strings.Count : tensor.Values.Length;

    /// <summary>Whether elements are whole numbers, with which division is another.</summary>
    public bool IsInteger => IsIntegerType(tensor.Type);

    /// <summary>A constant that was made of others.</summary>
    public static ConstantValue Of(OnnxElementType type, IReadOnlyList<int> extents, double[] values, string name = "") =>
        new(new OnnxTensor(name, type, extents, values, []));

    /// <summary>A list of integers.</summary>
    public static ConstantValue OfIntegers(IEnumerable<long> values)
    {
        double[] numbers = [.. values.Select(static value => (double)value)];
        return Of(OnnxElementType.Int64, [numbers.Length], numbers);
    }

    /// <summary>Whether elements of a type are whole numbers.</summary>
    public static bool IsIntegerType(OnnxElementType type) => type is OnnxElementType.Int8 or OnnxElementType.Int16 or OnnxElementType.Int32 or OnnxElementType.Int64
        or OnnxElementType.UInt8 or OnnxElementType.UInt16 or OnnxElementType.UInt32 or OnnxElementType.UInt64;
}
