using System;
using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>
/// How far an optimizer is that corrects the bias of its moments, as Adam does; all zero before its first step, and for one that
/// corrects none.
/// </summary>
/// <param name="Steps">The steps t since the moments were zero, 0 to 2⁶².</param>
/// <param name="Remainder1">What the first moment still has of its start: β₁ᵗ, from 0 to below 1.</param>
/// <param name="Remainder2">What the second moment still has of its start: β₂ᵗ, from 0 to below 1.</param>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// The remainders are multiplied up step by step, so that t alone does not give their last bits; and they stay right where a
/// training goes on with another β.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OptimizerProgress(long Steps, double Remainder1, double Remainder2)
{
    // No training gets there, and one step more is no overflow.
    private const long MostSteps = 1L << 62;

    /// <summary>The steps t since the moments were zero, 0 to 2⁶².</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside of this range.</exception>
    public long Steps { get; } = Steps is >= 0 and <= MostSteps
        ? Steps
        : throw new ArgumentOutOfRangeException(nameof(Steps), FormattableString.Invariant($"Steps is {Steps}, but must be 0 to 2^62."));

    /// <summary>What the first moment still has of its start: β₁ᵗ, from 0 to below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside of this range.</exception>
    public double Remainder1 { get; } = Remainder(Remainder1, nameof(Remainder1));

    /// <summary>What the second moment still has of its start: β₂ᵗ, from 0 to below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside of this range.</exception>
    public double Remainder2 { get; } = Remainder(Remainder2, nameof(Remainder2));

    /// <summary>Which masks the network draws next; <see langword="null"/> for one that draws none.</summary>
    public MaskProgress? Masks { get; init; }

    // Written so that NaN is refused.
    private static double Remainder(double value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value}, but must be 0 to below 1."));
}
