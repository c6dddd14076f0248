using System;

namespace Mlp.Generator.Planning.Steps;

/// <summary>A window along one axis.</summary>
/// <param name="Kernel">The taps.</param>
/// <param name="Stride">How far it is from one window to the next.</param>
/// <param name="Dilation">How far it is from one tap to the next.</param>
/// <param name="Before">The positions before the first that the first window begins at.</param>
/// <param name="Positions">The windows.</param>
/// <param name="Length">The positions that arrive.</param>
internal sealed record PlaneAxis(int Kernel, int Stride, int Dilation, int Before, int Positions, int Length)
{
    /// <summary>The positions behind the last that the last window reaches.</summary>
    public int After => Math.Max(0, ((Positions - 1) * Stride) + ((Kernel - 1) * Dilation) + 1 - Before - Length);

    /// <summary>One window that sees all of an axis.</summary>
    /// <param name="length">The positions that arrive.</param>
    public static PlaneAxis Whole(int length) => new(length, 1, 1, 0, 1, length);
}
