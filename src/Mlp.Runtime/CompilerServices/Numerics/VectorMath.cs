using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

// Shared by every function built on eˣ. x = n ln 2 + r with n = round(x / ln 2) and |r| ≤ ln 2 / 2 (a hair more: the
// rounding of x / ln 2 is itself rounded). Adding RoundingShift = 1.5 · 2²³ + 254 to x / ln 2 rounds it to an integer and
// leaves n + 254 in the low bits of the sum, from which 2ⁿ is built without a conversion. ln 2 is taken off in two
// pieces; the first, 355/512, has 10 bits, so that n times it and the difference are exact and the reduction needs no
// fused operation. r stays in two pieces, high and low: only the polynomial sees their rounded sum.
// On |r| ≤ ln 2 / 2, eʳ − 1 = r + r² q(r) with q of degree 4 fitted for the least largest relative error of eʳ,
// 2^−28.2 after its coefficients were rounded to float.

/// <summary>
/// The elementary functions, activations and slopes of activations that networks are made of, each for one float and for
/// four, eight and sixteen of them by one and the same algorithm. Bounds are in ulp of the exact result
/// and hold with and without fused multiply-add; docs/numerics.md lists what was measured, and how.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// On one machine every width gives the same bits. Machines with and without fused multiply-add may differ within the
/// bounds. A NaN that enters an activation leaves it as NaN.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    /// <summary>1.5 · 2²³ + 254: added to x, leaves round(x) + 254 in the low bits of the sum, for |x| &lt; 2²¹.</summary>
    internal const float RoundingShift = 12583166f;

    internal const float ReciprocalOfLn2 = 1.44269504f;
    internal const float MinusLn2High = -0.693359375f;
    internal const float MinusLn2Low = 2.12194440e-4f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReduceByLn2<TVector, TLanes>(TVector x, out TVector low, out TVector n, out TVector shifted)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        shifted = TLanes.MultiplyAdd(x, ReciprocalOfLn2, RoundingShift);
        n = TLanes.Add(shifted, -RoundingShift);
        low = TLanes.Multiply(n, MinusLn2Low);
        return TLanes.MultiplyAdd(n, MinusLn2High, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReducedExpm1<TVector, TLanes>(TVector high, TVector low)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector r = TLanes.Add(high, low);
        TVector q = TLanes.MultiplyAdd(r, 0.00138380041f, 0.0083691664f);
        q = TLanes.MultiplyAdd(q, r, 0.0416681021f);
        q = TLanes.MultiplyAdd(q, r, 0.166665167f);
        q = TLanes.MultiplyAdd(q, r, 0.49999994f);
        return TLanes.Add(high, TLanes.MultiplyAdd(q, TLanes.Multiply(r, r), low));
    }

    /// <summary>1 − e⁻ʳ for |r| ≤ ln 2 / 2: the polynomial of <see cref="ReducedExpm1{TVector, TLanes}"/> at −r, negated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReducedOneMinusExp<TVector, TLanes>(TVector high, TVector low)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector r = TLanes.Add(high, low);
        TVector q = TLanes.MultiplyAdd(r, -0.00138380041f, 0.0083691664f);
        q = TLanes.MultiplyAdd(q, r, -0.0416681021f);
        q = TLanes.MultiplyAdd(q, r, 0.166665167f);
        q = TLanes.MultiplyAdd(q, r, -0.49999994f);
        return TLanes.Add(high, TLanes.MultiplyAdd(q, TLanes.Multiply(r, r), low));
    }

    /// <summary>e^x for x ≤ 0, by the algorithm of Exp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfNonPositive<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector high = ReduceByLn2<TVector, TLanes>(TLanes.Max(-104f, x), out TVector low, out TVector n, out TVector shifted);
        return TLanes.Scale(TLanes.Add(ReducedExpm1<TVector, TLanes>(high, low), 1f), n, shifted);
    }

    /// <summary>
    /// eˣ − 1 for x ≤ 0 as 2ⁿ(eʳ − 1) + (2ⁿ − 1): exact where n = 0, one more rounding elsewhere. Its polynomial is one
    /// degree longer, for the relative error of eʳ − 1 (2^−31) rather than of eʳ.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Expm1OfNonPositive<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector high = ReduceByLn2<TVector, TLanes>(TLanes.Max(-20f, x), out TVector low, out TVector n, out TVector shifted);
        TVector power = TLanes.PowerOfTwo(n, shifted);
        return TLanes.MultiplyAdd(AccurateReducedExpm1<TVector, TLanes>(high, low), power, TLanes.Add(power, -1f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AccurateReducedExpm1<TVector, TLanes>(TVector high, TVector low)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector r = TLanes.Add(high, low);
        TVector q = TLanes.MultiplyAdd(r, 0.000196645546f, 0.00139350467f);
        q = TLanes.MultiplyAdd(q, r, 0.00833364297f);
        q = TLanes.MultiplyAdd(q, r, 0.0416664667f);
        q = TLanes.MultiplyAdd(q, r, 0.166666657f);
        q = TLanes.MultiplyAdd(q, r, 0.5f);
        return TLanes.Add(high, TLanes.MultiplyAdd(q, TLanes.Multiply(r, r), low));
    }
}
