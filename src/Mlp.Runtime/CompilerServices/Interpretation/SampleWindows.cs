using System;
using System.Collections.Generic;

namespace Mlp.CompilerServices;

/// <summary>
/// The windows of a convolution or a pool over one sample: for each position that leaves, the positions that arrive which it sees. A sequence is
/// walked as an image of height 1.
/// </summary>
internal sealed class SampleWindows
{
    private readonly WindowAxis _rows;
    private readonly WindowAxis _columns;

    /// <summary>The windows of a layer.</summary>
    /// <param name="layer">Its shapes, [length, channels] or [height, width, channels], and its window.</param>
    /// <exception cref="ArgumentException">It has no window, or its window does not fit its shapes.</exception>
    internal SampleWindows(LayerDescription layer)
    {
        DescriptionRules.RequireShapes(layer);
        (IReadOnlyList<int> arrives, IReadOnlyList<int> leaves) = (layer.InputShape, layer.OutputShape);
        int axes = arrives.Count - 1;
        DescriptionRules.Require(axes is 1 or 2 && leaves.Count == arrives.Count, layer, "goes over one axis or two and channels, and leaves as many");
        DescriptionRules.Require(layer.Window is not null, layer, "has no window, but must have one");
        WindowDescription window = layer.Window!;
        RequireAxes(layer, window.Kernel, axes, 1, nameof(window.Kernel));
        RequireAxes(layer, window.Strides, axes, 1, nameof(window.Strides));
        RequireAxes(layer, window.Dilations, axes, 1, nameof(window.Dilations));
        RequireAxes(layer, window.PaddingBefore, axes, 0, nameof(window.PaddingBefore));

        _rows = axes == 1 ? new WindowAxis(1, 1, 1, 1, 1, 0) : Axis(0);
        _columns = Axis(axes - 1);
        (InputChannels, OutputChannels) = (arrives[^1], leaves[^1]);

        WindowAxis Axis(int axis) =>
            new(arrives[axis], leaves[axis], window.Kernel[axis], window.Strides[axis], window.Dilations[axis], window.PaddingBefore[axis]);
    }

    /// <summary>The channels of a position that arrives.</summary>
    internal int InputChannels { get; }

    /// <summary>The channels of a position that leaves.</summary>
    internal int OutputChannels { get; }

    /// <summary>The lines that leave.</summary>
    internal int Lines => _rows.Positions;

    /// <summary>The positions of a line that leave.</summary>
    internal int Columns => _columns.Positions;

    /// <summary>The taps of a line of the kernel.</summary>
    internal int KernelColumns => _columns.Kernel;

    /// <summary>Whether a line that leaves looks at some columns alone.</summary>
    internal bool IsStrided => _columns.Stride > 1;

    /// <summary>The positions that leave.</summary>
    internal int Positions => _rows.Positions * _columns.Positions;

    /// <summary>Whether every window sees a position of the sample. The first and the last see least.</summary>
    internal bool AreInside => At(0).Count > 0 && At(Positions - 1).Count > 0;

    /// <summary>What the window of a position sees, in row-major order.</summary>
    internal WindowTaps At(int position)
    {
        (int row, int column) = int.DivRem(position, _columns.Positions);
        return new WindowTaps(_rows, row, _columns, column);
    }

    private static void RequireAxes(LayerDescription layer, IReadOnlyList<int> numbers, int axes, int least, string name)
    {
        bool isFit = numbers.Count == axes;
        foreach (int number in numbers)
        {
            isFit &= number >= least;
        }

        DescriptionRules.Require(
            isFit, layer, FormattableString.Invariant($"has {name} [{string.Join(", ", numbers)}], but must have {axes} numbers, each {least} or more"));
    }
}
