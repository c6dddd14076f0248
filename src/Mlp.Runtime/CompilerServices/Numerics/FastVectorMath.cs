using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

// Shared by every function built on eˣ. x = n ln 2 + r as in VectorMath.cs, ln 2 in two pieces, but r is one float, and eʳ
// is 1 + r p(r) with p of degree 4, fitted for the least largest relative error of eʳ: 2^−23.3 after its coefficients were
// rounded to float. Coefficients are doubled: the result is 2eʳ · 2^(n−1), so that n = 128 overflows exactly where the result
// does. n − 1 + 127 stands in the last bits of the rounded quotient, from where one shift makes it a power of two; for
// n = −126 that power is 0, and so is the result.

/// <summary>
/// The functions of <see cref="VectorMath"/> that are faster if 4 ulp are enough: under the same names, for each width by
/// one and the same algorithm. What is missing here gains nothing, or has a wider bound already.
/// docs/numerics.md lists what was measured, and how.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// On one machine every width gives the same bits. A NaN that enters a function leaves it as NaN. Results below 1.7·10⁻³⁸
/// may be 0.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class FastVectorMath
{
    /// <summary>Where exponents are clamped from below: n is −126 there, so that e^x is 0.</summary>
    private const float LowestExponent = -87.5f;

    /// <summary>1.5 · 2²³ + 126: added to x, leaves round(x) − 1 + 127 in the last bits of the sum.</summary>
    private const float HalfPowerShift = 12583038f;

    /// <summary>1.5 · 2²³ + 127: added to x, leaves round(x) + 127 in the last bits of the sum.</summary>
    private const float PowerShift = 12583039f;

    private const float Ln2 = 0.693147182f;

    /// <summary>e^x is the product of the result and of the power; x from −87.5 to 89.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfReduced<TVector, TLanes>(TVector x, out TVector power)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector shifted = TLanes.MultiplyAdd(x, VectorMath.ReciprocalOfLn2, HalfPowerShift);
        power = TLanes.PowerOfTwoIn(shifted);
        TVector n = TLanes.Add(shifted, -HalfPowerShift);
        TVector r = TLanes.MultiplyAdd(n, VectorMath.MinusLn2High, x);
        r = TLanes.MultiplyAdd(n, VectorMath.MinusLn2Low, r);
        TVector p = TLanes.MultiplyAdd(r, 2 * 0.00829029176f, 2 * 0.0418980606f);
        p = TLanes.MultiplyAdd(p, r, 2 * 0.166676372f);
        p = TLanes.MultiplyAdd(p, r, 2 * 0.499991477f);
        p = TLanes.MultiplyAdd(p, r, 2 * 0.999999702f);
        return TLanes.MultiplyAdd(p, r, 2f);
    }

    /// <summary>e^−x is the product of the result and of the power; x from −89 to 87.5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfNegated<TVector, TLanes>(TVector x, out TVector power)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector shifted = TLanes.MultiplyAdd(x, -VectorMath.ReciprocalOfLn2, HalfPowerShift);
        power = TLanes.PowerOfTwoIn(shifted);
        TVector n = TLanes.Add(shifted, -HalfPowerShift);

        // −r, so that x need not be negated: odd coefficients have the other sign.
        TVector r = TLanes.MultiplyAdd(n, -VectorMath.MinusLn2High, x);
        r = TLanes.MultiplyAdd(n, -VectorMath.MinusLn2Low, r);
        TVector p = TLanes.MultiplyAdd(r, 2 * -0.00829029176f, 2 * 0.0418980606f);
        p = TLanes.MultiplyAdd(p, r, 2 * -0.166676372f);
        p = TLanes.MultiplyAdd(p, r, 2 * 0.499991477f);
        p = TLanes.MultiplyAdd(p, r, 2 * -0.999999702f);
        return TLanes.MultiplyAdd(p, r, 2f);
    }

    /// <summary>
    /// eˣ − 1 for x ≤ 0 as 2ⁿ(eʳ − 1) + (2ⁿ − 1): r needs but one piece of ln 2, because the error that n has times it is small
    /// beside 2ⁿ − 1. eʳ − 1 = r + r² q(r), q of degree 4, relative error 2^−25.8. For x &gt; 0 the result is of no use.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Expm1OfNonPositive<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector clamped = TLanes.Max(-20f, x);
        TVector shifted = TLanes.MultiplyAdd(clamped, VectorMath.ReciprocalOfLn2, PowerShift);
        TVector power = TLanes.PowerOfTwoIn(shifted);
        TVector r = TLanes.MultiplyAdd(TLanes.Add(shifted, -PowerShift), -Ln2, clamped);
        TVector q = TLanes.MultiplyAdd(r, 0.00138825201f, 0.00836653262f);
        q = TLanes.MultiplyAdd(q, r, 0.0416672006f);
        q = TLanes.MultiplyAdd(q, r, 0.166665435f);
        q = TLanes.MultiplyAdd(q, r, 0.49999997f);
        q = TLanes.MultiplyAdd(q, TLanes.Multiply(r, r), r);
        return TLanes.MultiplyAdd(q, power, TLanes.Add(power, -1f));
    }
}
