using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>How windows go along one axis of a sample.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
/// <param name="length">The positions that arrive.</param>
/// <param name="positions">The positions that leave.</param>
/// <param name="kernel">The taps.</param>
/// <param name="stride">How far it is from one window to the next.</param>
/// <param name="dilation">How far it is from one tap to the next.</param>
/// <param name="before">The positions before the first that the first window begins at.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WindowAxis(int length, int positions, int kernel, int stride, int dilation, int before)
{
    internal int Length => length;

    internal int Positions => positions;

    internal int Kernel => kernel;

    internal int Stride => stride;

    internal int Dilation => dilation;

    internal int Before => before;

    /// <summary>Where the window of a position begins; below 0 where it begins before the sample.</summary>
    internal int StartOf(int position) => (position * stride) - before;

    /// <summary>The first tap that is inside the sample.</summary>
    internal int FirstTap(int start) => start >= 0 ? 0 : (-start + dilation - 1) / dilation;

    /// <summary>The tap after the last that is inside the sample: not above the first where none is.</summary>
    internal int EndTap(int start) => start >= length ? 0 : int.Min(kernel, (length - start + dilation - 1) / dilation);
}
