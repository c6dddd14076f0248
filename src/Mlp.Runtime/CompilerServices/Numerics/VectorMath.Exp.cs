using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// eˣ = 2ⁿ (1 + (eʳ − 1)), with n and r as in VectorMath.cs. What errs: eʳ − 1 by half an ulp of itself, which is a quarter
// of one of the result, and the sum by half an ulp; the rest is small: below 0.9 ulp. Scaling by 2ⁿ rounds once, and only
// into the subnormal range. The clamp at −104 (e^−104 rounds to 0) and 89 (e^89 overflows) keeps n within what scaling
// can do.
public static partial class VectorMath
{
    /// <summary>eˣ, within 1 ulp.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>e to the power of each lane.</returns>
    /// <remarks>e^±0 = 1; +∞ above 88.72; subnormal below −87.33 and +0 below −103.97; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => ExpOf<float, ScalarLanes>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => ExpOf<Vector128<float>, Lanes128>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => ExpOf<Vector256<float>, Lanes256>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => ExpOf<Vector512<float>, Lanes512>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ExpOf<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector clamped = TLanes.Min(89f, TLanes.Max(-104f, x));
        TVector high = ReduceByLn2<TVector, TLanes>(clamped, out TVector low, out TVector n, out TVector shifted);
        TVector value = TLanes.Add(ReducedExpm1<TVector, TLanes>(high, low), 1f);
        if (!TLanes.ScalesAtOnce)
        {
            // A product that underflows takes a hundred cycles; one with zero does not. Softmax fills its padding with −∞.
            value = TLanes.WhereLess(x, TLanes.Create(-104f), TLanes.Create(0f), value);
        }

        return TLanes.Scale(value, n, shifted);
    }
}
