using System.Collections.Generic;

namespace Mlp.Onnx.Import.Values;

/// <summary>Integers that were computed of the shape of a tensor, and that have the size of the batch among them.</summary>
/// <param name="items">The numbers.</param>
/// <param name="isScalar">Whether it is one number and no list.</param>
internal sealed class ShapeValue(IReadOnlyList<SymbolicInteger> items, bool isScalar) : TensorValue
{
    /// <summary>The numbers.</summary>
    public IReadOnlyList<SymbolicInteger> Items => items;

    /// <summary>Whether it is one number and no list.</summary>
    public bool IsScalar => isScalar;
}
