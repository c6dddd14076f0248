using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// z Φ(z) = max(z, 0) − |z| Φ(−|z|), so that only the tail Φ(−t) = R(t) e^(−t²/2), t ≥ 0, is needed, and needed to a
// relative bound. R is Mills' ratio over √(2π): smooth, from ½ down to 0.4/t; a quotient of polynomials of degrees 4 and
// 5 fits it on [0, 15] to 2^−26.3. t² is not a float: with h the leading 12 bits of t, h² is exact and
// t² − h² = (t − h)(t + h) joins the reduced argument of the exponential. Powers of two come last, so that only the last
// step rounds into the subnormal range. Factors of 1 + small are applied as x + x · small, which rounds once. For z ≥ 0
// the tail is at most half of the result, and so is its error.
public static partial class VectorMath
{
    /// <summary>
    /// For t = |z|: the rational R(t) = Φ(−t) e^(t²/2) = (½ + t · upper) / denominator, and e^(−t²/2) = (1 + m) 2ⁿ.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector NormalTail<TVector, TLanes>(
        TVector t, out TVector denominator, out TVector m, out TVector n, out TVector shifted)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector half = TLanes.LeadingHalf(t);
        TVector square = TLanes.Multiply(half, half);
        TVector high = ReduceByLn2<TVector, TLanes>(TLanes.Multiply(square, -0.5f), out TVector low, out n, out shifted);
        low = TLanes.MultiplyAdd(TLanes.Subtract(t, half), TLanes.Multiply(TLanes.Add(t, half), -0.5f), low);
        m = ReducedExpm1<TVector, TLanes>(high, low);
        TVector upper = TLanes.MultiplyAdd(t, 0.00415339461f, 0.0408826135f);
        upper = TLanes.MultiplyAdd(upper, t, 0.183974251f);
        upper = TLanes.MultiplyAdd(upper, t, 0.439291209f);

        denominator = TLanes.MultiplyAdd(t, 0.0104109049f, 0.10248363f);
        denominator = TLanes.MultiplyAdd(denominator, t, 0.471421957f);
        denominator = TLanes.MultiplyAdd(denominator, t, 1.20557094f);
        denominator = TLanes.MultiplyAdd(denominator, t, 1.67646742f);
        denominator = TLanes.MultiplyAdd(denominator, t, 1f);
        return upper;
    }

    /// <summary>
    /// GELU, z · Φ(z) with the exact Φ: within 3 ulp for z ≥ 0; for z &lt; 0, down to the last subnormal, within 6 ulp with
    /// fused multiply-add and 7.5 ulp without.
    /// </summary>
    /// <param name="z">Any number.</param>
    /// <returns>The GELU of each lane.</returns>
    /// <remarks>GELU(±0) = 0; z itself from 5.6 on; 0 below −14.4 and at −∞; +∞ at +∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Gelu(float z) => GeluOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="Gelu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Gelu(Vector128<float> z) => GeluOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Gelu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gelu(Vector256<float> z) => GeluOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Gelu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Gelu(Vector512<float> z) => GeluOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector GeluOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector t = TLanes.Min(15f, TLanes.Abs(z));
        TVector upper = NormalTail<TVector, TLanes>(t, out TVector denominator, out TVector m, out TVector n, out TVector shifted);
        TVector numerator = TLanes.MultiplyAdd(TLanes.Multiply(upper, t), t, TLanes.Multiply(t, 0.5f));
        TVector quotient = TLanes.Divide(numerator, denominator);
        return TLanes.Subtract(TLanes.Max(0f, z), TLanes.Scale(TLanes.MultiplyAdd(quotient, m, quotient), n, shifted));
    }
}
