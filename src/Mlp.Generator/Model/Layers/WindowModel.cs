using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Mlp.Generator.Model.Layers;

/// <summary>How a convolution or a pool goes over a sample: a number for each axis but the channels.</summary>
/// <param name="Kernel">The taps.</param>
/// <param name="Strides">How far it moves from one position to the next.</param>
/// <param name="Dilations">How far apart neighbouring taps are.</param>
/// <param name="Padding">What stands around the sample.</param>
internal sealed record WindowModel(EquatableArray<int> Kernel, EquatableArray<int> Strides, EquatableArray<int> Dilations, PaddingModel Padding)
{
    /// <summary>
    /// A window of numbers alone: its padding is Valid, Same or Causal where that is the same. Else numbers after that come to the same are
    /// one: those before, or the fewest. So windows that are made here are equal where they see the same.
    /// </summary>
    /// <param name="input">What arrives: an extent for each axis, and channels.</param>
    /// <param name="kernel">The taps along each axis.</param>
    /// <param name="strides">How far it moves along each axis.</param>
    /// <param name="dilations">How far apart neighbouring taps are along each axis.</param>
    /// <param name="before">The positions of padding before the first of each axis.</param>
    /// <param name="after">The positions of padding behind the last of each axis.</param>
    /// <param name="isPool">Whether it is a pool's, which is never Causal.</param>
    public static WindowModel Of(
        Shape input,
        IReadOnlyList<int> kernel,
        IReadOnlyList<int> strides,
        IReadOnlyList<int> dilations,
        IReadOnlyList<int> before,
        IReadOnlyList<int> after,
        bool isPool)
    {
        var given = new WindowModel(
            kernel.ToEquatableArray(), strides.ToEquatableArray(), dilations.ToEquatableArray(), new PaddingModel(null, before.ToEquatableArray(), after.ToEquatableArray()));
        foreach (PaddingKind kind in (PaddingKind[])Enum.GetValues(typeof(PaddingKind)))
        {
            WindowModel named = given with { Padding = kind };
            if ((kind != PaddingKind.Causal || (kernel.Count == 1 && !isPool)) && named.SeesTheSame(given, input))
            {
                return named;
            }
        }

        IEnumerable<int> behind = kernel.Select((_, axis) => given.ShortestAfter(axis, input.Extents[axis]));
        return given with { Padding = given.Padding with { After = behind.ToEquatableArray() } };
    }

    /// <summary>The taps of all axes together.</summary>
    public int Taps => Kernel.Aggregate(1, (product, taps) => product * taps);

    /// <summary>From the first tap to the last along an axis, both counted.</summary>
    public long Reach(int axis) => ((Kernel[axis] - 1L) * Dilations[axis]) + 1;

    /// <summary>The positions along an axis; 0 or fewer where no window fits.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="length">The length that arrives.</param>
    public long Positions(int axis, int length) => Padding.Kind switch
    {
        null => Positions(axis, (long)length + Padding.Before[axis] + Padding.After[axis]),
        PaddingKind.Valid => Positions(axis, (long)length),
        _ => ((length - 1L) / Strides[axis]) + 1,
    };

    /// <summary>The positions before the first that the first window begins at.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="length">The length that arrives.</param>
    public int PaddingBefore(int axis, int length) => Padding.Kind switch
    {
        null => Padding.Before[axis],
        PaddingKind.Same => (int)(Math.Max(0, End(axis, length) - length) / 2),
        PaddingKind.Causal => (int)(Reach(axis) - 1),
        _ => 0,
    };

    /// <summary>The positions behind the last that the last window reaches.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="length">The length that arrives.</param>
    public long ReachAfter(int axis, int length) => Math.Max(0, End(axis, length) - PaddingBefore(axis, length) - length);

    /// <summary>The shape of what a window makes of a sample.</summary>
    /// <param name="input">What arrives: an extent for each axis, and channels.</param>
    /// <param name="channels">The channels that leave.</param>
    public Shape Over(Shape input, int channels) =>
        Shape.Of([.. Enumerable.Range(0, Kernel.Count).Select(axis => (int)Positions(axis, input.Extents[axis])), channels]);

    /// <summary>As it is part of a layer's signature: <c>5x5s2d2Same</c>.</summary>
    /// <param name="usualStride">The stride that is not written.</param>
    public string Signature(int usualStride) =>
        string.Join("x", Kernel.Select(Text)) + (AreAll(Strides, usualStride) ? "" : "s" + Joined(Strides)) + (AreAll(Dilations, 1) ? "" : "d" + Joined(Dilations)) + Padding.Signature;

    /// <summary>The arguments as one writes them: one number where all are the same, the rest where it is not usual.</summary>
    /// <param name="usualStride">The stride that is not written.</param>
    public IEnumerable<string> Arguments(int usualStride) =>
    [
        .. Shortest(Kernel).Select(Text),
        .. Padding.Kind == PaddingKind.Valid ? (string[])[] : [$"Padding = \"{Padding}\""],
        .. Written("Stride", Strides, usualStride),
        .. Written("Dilation", Dilations, 1),
    ];

    private static bool AreAll(EquatableArray<int> numbers, int number) => numbers.All(other => other == number);

    private static IEnumerable<int> Shortest(EquatableArray<int> numbers) => AreAll(numbers, numbers[0]) ? numbers.Take(1) : numbers;

    private static string Joined(EquatableArray<int> numbers) => string.Join("x", Shortest(numbers).Select(Text));

    private static IEnumerable<string> Written(string name, EquatableArray<int> numbers, int usual) =>
        AreAll(numbers, usual) ? []
        : AreAll(numbers, numbers[0]) ? [$"{name} = {Text(numbers[0])}"]
        : [$"{name}s = new[] {{ {string.Join(", ", numbers.Select(Text))} }}"];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private long Positions(int axis, long padded) => padded < Reach(axis) ? 0 : ((padded - Reach(axis)) / Strides[axis]) + 1;

    /// <summary>Where the last window ends, counted from where the first begins.</summary>
    private long End(int axis, int length) => ((Positions(axis, length) - 1) * Strides[axis]) + Reach(axis);

    private bool SeesTheSame(WindowModel other, Shape input) => Enumerable.Range(0, Kernel.Count).All(axis =>
        Positions(axis, input.Extents[axis]) == other.Positions(axis, input.Extents[axis])
        && PaddingBefore(axis, input.Extents[axis]) == other.PaddingBefore(axis, input.Extents[axis]));

    /// <summary>Of the numbers after that give the same windows the one that is written shortest: that before, or the least.</summary>
    private int ShortestAfter(int axis, int length)
    {
        int before = Padding.Before[axis];
        return Positions(axis, (long)length + before + before) == Positions(axis, length) ? before : (int)ReachAfter(axis, length);
    }
}
