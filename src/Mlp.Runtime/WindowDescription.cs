using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp;

/// <summary>How a convolution or a pool goes over a sample: a number for each axis but the channels, in their order.</summary>
/// <param name="Kernel">The taps along each axis.</param>
/// <param name="Strides">How far it moves from one position to the next.</param>
/// <param name="Dilations">How far apart neighbouring taps are.</param>
/// <param name="PaddingBefore">The positions before the first that the first window begins at.</param>
/// <param name="Groups">Into how many groups the channels of a convolution are divided.</param>
/// <remarks>How far windows reach past the end follows from the shape that leaves. Equal by value.</remarks>
public sealed record WindowDescription(
    IReadOnlyList<int> Kernel, IReadOnlyList<int> Strides, IReadOnlyList<int> Dilations, IReadOnlyList<int> PaddingBefore, int Groups = 1)
{
    /// <inheritdoc/>
    public bool Equals(WindowDescription? other) => other is not null
        && Groups == other.Groups
        && Kernel.SequenceEqual(other.Kernel)
        && Strides.SequenceEqual(other.Strides)
        && Dilations.SequenceEqual(other.Dilations)
        && PaddingBefore.SequenceEqual(other.PaddingBefore);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Groups, Kernel.Count, Kernel[0], Strides[0]);
}
