using System;
using System.Linq;
using System.Text;
using Mlp.Text;

namespace Mlp.Serialization;

/// <summary>One tensor of a network: one of a layer's parameters, or what an optimizer remembers of it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Extents">Its dimensions in the canonical order, which is row-major: one or more.</param>
/// <param name="IsBias">Whether it has a layer's biases.</param>
/// <param name="Offset">Where it starts in the canonical order; behind all parameters for what an optimizer remembers.</param>
/// <param name="Order">How it stands in the file.</param>
/// <param name="Transposed">Whether the layout has weights as [inputs, outputs].</param>
/// <param name="Moment">Which moment of an optimizer it is; none for parameters.</param>
/// <param name="IsAbsent">Whether the layout has no such tensor, and its values are 0.</param>
internal sealed record NetworkTensor(
    string Name, int[] Extents, bool IsBias, int Offset, FileOrder Order, bool Transposed, string? Moment = null, bool IsAbsent = false)
{
    /// <summary>The name in UTF-8.</summary>
    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);

    /// <summary>The number of values.</summary>
    internal int Count { get; } = Extents.Aggregate(1, static (product, extent) => product * extent);

    /// <summary>Its dimensions in the file.</summary>
    internal int[] Stored => Order.Stored;

    /// <summary>The dimensions in the file, as a message shows them.</summary>
    internal string Shape => FormattableString.Invariant($"[{string.Join(", ", Stored)}]");

    /// <summary>The second of two dimensions in the file; 0 where there are not two.</summary>
    internal int Columns => Stored.Length == 2 ? Stored[1] : 0;

    /// <summary>The name as a message shows it.</summary>
    internal string Quoted => QuotedText.Of(Utf8Name);

    /// <summary>Where a value of the file stands in the canonical order.</summary>
    /// <param name="index">Its number in the tensor, row by row.</param>
    internal int CanonicalIndex(int index) => Offset + Order.CanonicalIndex(index);
}
