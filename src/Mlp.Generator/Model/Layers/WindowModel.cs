using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Mlp.Generator.Model.Layers;

/// <summary>How a convolution or a pool goes over a sample: a number for each axis but the channels.</summary>
/// <param name="Kernel">The taps.</param>
/// <param name="Stride">How far it moves from one position to the next, along every axis.</param>
/// <param name="Dilation">How far apart neighbouring taps are, along every axis.</param>
/// <param name="Padding">What stands around the sample.</param>
internal sealed record WindowModel(EquatableArray<int> Kernel, int Stride, int Dilation, PaddingKind Padding)
{
    /// <summary>The taps of all axes together.</summary>
    public int Taps => Kernel.Aggregate(1, (product, taps) => product * taps);

    /// <summary>From the first tap to the last along an axis, both counted.</summary>
    public long Reach(int axis) => ((Kernel[axis] - 1L) * Dilation) + 1;

    /// <summary>The positions along an axis; 0 or fewer where no window fits.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="length">The length that arrives.</param>
    public long Positions(int axis, int length) => Padding switch
    {
        PaddingKind.Valid => length < Reach(axis) ? 0 : ((length - Reach(axis)) / Stride) + 1,
        _ => ((length - 1L) / Stride) + 1,
    };

    /// <summary>The positions before the first that the first window begins at.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="length">The length that arrives.</param>
    public int PaddingBefore(int axis, int length) => Padding switch
    {
        PaddingKind.Same => (int)(Math.Max(0, ((Positions(axis, length) - 1) * Stride) + Reach(axis) - length) / 2),
        PaddingKind.Causal => (int)(Reach(axis) - 1),
        _ => 0,
    };

    /// <summary>The shape of what a window makes of a sample.</summary>
    /// <param name="input">What arrives: an extent for each axis, and channels.</param>
    /// <param name="channels">The channels that leave.</param>
    public Shape Over(Shape input, int channels) =>
        Shape.Of([.. Enumerable.Range(0, Kernel.Count).Select(axis => (int)Positions(axis, input.Extents[axis])), channels]);

    /// <summary>As it is part of a layer's signature: <c>5x5s2d2Same</c>.</summary>
    public string Signature(int usualStride) =>
        string.Join("x", Kernel.Select(Text)) + (Stride == usualStride ? "" : "s" + Text(Stride)) + (Dilation == 1 ? "" : "d" + Text(Dilation)) + (Padding == PaddingKind.Valid ? "" : Padding.ToString());

    /// <summary>The arguments as one writes them: of the kernel one number where all are the same, the rest where it is not usual.</summary>
    /// <param name="usualStride">The stride that is not written.</param>
    public IEnumerable<string> Arguments(int usualStride) =>
    [
        .. (Kernel.Distinct().Count() == 1 ? Kernel.Take(1) : Kernel).Select(Text),
        .. Padding == PaddingKind.Valid ? (string[])[] : [$"Padding = \"{Padding}\""],
        .. Stride == usualStride ? (string[])[] : ["Stride = " + Text(Stride)],
        .. Dilation == 1 ? (string[])[] : ["Dilation = " + Text(Dilation)],
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
