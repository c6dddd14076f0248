using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// eˣ − 1 = 2ⁿ(eʳ − 1) + (2ⁿ − 1), with n and r as in VectorMath.cs; computed at half the scale and doubled, so that n = 128
// does not overflow before the result does. Where n = 0 the result is eʳ − 1 itself, r + r² q(r) with q of degree 5.
// Below −20 the result rounds to −1. The result has the sign of x.
public static partial class VectorMath
{
    /// <summary>eˣ − 1, within 2 ulp, near 0 too.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>e to the power of each lane, less 1.</returns>
    /// <remarks>expm1 ±0 = ±0; −1 below −17.33; +∞ above 88.72; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Expm1(float x) => Expm1Of<float, ScalarLanes>(x);

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Expm1(Vector128<float> x) => Expm1Of<Vector128<float>, Lanes128>(x);

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Expm1(Vector256<float> x) => Expm1Of<Vector256<float>, Lanes256>(x);

    /// <inheritdoc cref="Expm1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Expm1(Vector512<float> x) => Expm1Of<Vector512<float>, Lanes512>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Expm1Of<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector clamped = TLanes.Min(89f, TLanes.Max(-20f, x));
        TVector high = ReduceByLn2<TVector, TLanes>(clamped, out TVector low, out TVector n, out TVector shifted);
        TVector reduced = AccurateReducedExpm1<TVector, TLanes>(high, low);
        TVector halfPower = TLanes.PowerOfTwo(TLanes.Add(n, -1f), TLanes.Add(shifted, -1f));
        TVector half = TLanes.MultiplyAdd(reduced, halfPower, TLanes.Add(halfPower, -0.5f));
        return TLanes.OrSign(TLanes.WhereLess(TLanes.Abs(x), TLanes.Create(0.34f), reduced, TLanes.Add(half, half)), x);
    }
}
