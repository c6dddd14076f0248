namespace Mlp.CompilerServices;

/// <summary>How windows go along one axis of a sample.</summary>
/// <param name="Length">The positions that arrive.</param>
/// <param name="Positions">The positions that leave.</param>
/// <param name="Kernel">The taps.</param>
/// <param name="Stride">How far it is from one window to the next.</param>
/// <param name="Dilation">How far it is from one tap to the next.</param>
/// <param name="Before">The positions before the first that the first window begins at.</param>
internal readonly record struct WindowAxis(int Length, int Positions, int Kernel, int Stride, int Dilation, int Before)
{
    /// <summary>Where the window of a position begins; below 0 where it begins before the sample.</summary>
    internal int StartOf(int position) => (position * Stride) - Before;

    /// <summary>The first tap that is inside the sample.</summary>
    internal int FirstTap(int start) => start >= 0 ? 0 : (-start + Dilation - 1) / Dilation;

    /// <summary>The tap after the last that is inside the sample: not above the first where none is.</summary>
    internal int EndTap(int start) => start >= Length ? 0 : int.Min(Kernel, (Length - start + Dilation - 1) / Dilation);
}
