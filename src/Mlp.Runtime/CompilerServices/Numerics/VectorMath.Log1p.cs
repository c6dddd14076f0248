using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// 1 + x = 2ᵉ m with m in [¾, 1½), from the rounded sum; then m − 1 = 2⁻ᵉ x + (2⁻ᵉ − 1) without the rounding of the sum:
// 2⁻ᵉ x and 2⁻ᵉ − 1 are exact. log(1 + x) = e · ln 2 + log(1 + f) with f = m − 1 and log(1 + f) = f + f² q(f), q of degree
// 7, relative error 2^−24.7. Where e = 0, f = x, so that nothing is lost near 0. The result has the sign of x.
public static partial class VectorMath
{
    /// <summary>log(1 + x), within 2 ulp, near 0 too.</summary>
    /// <param name="x">A number of −1 or more.</param>
    /// <returns>The logarithm of 1 + each lane.</returns>
    /// <remarks>log1p ±0 = ±0; log1p(−1) = −∞; log1p +∞ = +∞; NaN below −1 and for NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Log1p(float x) => Log1pOf<float, ScalarLanes>(x);

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Log1p(Vector128<float> x) => Log1pOf<Vector128<float>, Lanes128>(x);

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Log1p(Vector256<float> x) => Log1pOf<Vector256<float>, Lanes256>(x);

    /// <inheritdoc cref="Log1p(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Log1p(Vector512<float> x) => Log1pOf<Vector512<float>, Lanes512>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Log1pOf<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector bits = TLanes.ExponentBits(TLanes.Add(x, 1f), 0x3F400000);
        TVector fourOverPower = TLanes.SubtractBits(TLanes.Create(4f), bits);
        TVector f = TLanes.Add(TLanes.SubtractBits(x, bits), TLanes.MultiplyAdd(fourOverPower, 0.25f, -1f));
        TVector e = TLanes.Multiply(TLanes.ConvertBits(bits), 1.1920929e-7f);

        TVector q = TLanes.MultiplyAdd(f, 0.0499323979f, -0.117035903f);
        q = TLanes.MultiplyAdd(q, f, 0.149648085f);
        q = TLanes.MultiplyAdd(q, f, -0.168674469f);
        q = TLanes.MultiplyAdd(q, f, 0.199820325f);
        q = TLanes.MultiplyAdd(q, f, -0.249916315f);
        q = TLanes.MultiplyAdd(q, f, 0.333334208f);
        q = TLanes.MultiplyAdd(q, f, -0.500000834f);
        q = TLanes.MultiplyAdd(q, TLanes.Multiply(f, f), f);
        TVector logarithm = TLanes.OrSign(TLanes.MultiplyAdd(e, 0.693147182f, q), x);

        TVector outside = TLanes.WhereLess(x, TLanes.Create(-1f), TLanes.Create(float.NaN), TLanes.Create(float.NegativeInfinity));
        TVector inside = TLanes.WhereLess(TLanes.Create(-1f), x, logarithm, outside);
        return TLanes.WhereLess(x, TLanes.Create(float.PositiveInfinity), inside, x);
    }
}
