using System;
using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>How far a network is in drawing masks: which come next.</summary>
/// <param name="Seed">The seed that parameters were drawn with last.</param>
/// <param name="Steps">The steps taken since, 0 to 2⁶².</param>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct MaskProgress(ulong Seed, long Steps)
{
    // No training gets there, and one step more is no overflow.
    private const long MostSteps = 1L << 62;

    /// <summary>The steps taken since, 0 to 2⁶².</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside of this range.</exception>
    public long Steps { get; } = Steps is >= 0 and <= MostSteps
        ? Steps
        : throw new ArgumentOutOfRangeException(nameof(Steps), FormattableString.Invariant($"Steps is {Steps}, but must be 0 to 2^62."));
}
