using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// tanh(log(1 + n)) = n(n + 2) / (n(n + 2) + 2) with n = eᶻ. With u = e^−|z| = (1 + m) 2ⁿ it is 1 − c for z ≥ 0, c = 2u² / (1 + 2u + 2u²), and
// u (1 − c) for z < 0, c = (u² + u) / (u² + 2u + 2): c is 0.4 at most, and so much less do its errors count. The factor u comes last, so that
// only the last step rounds into the subnormal range.
public static partial class VectorMath
{
    /// <summary>Mish, z · tanh(log(1 + eᶻ)), within 3 ulp with fused multiply-add and 3.5 ulp without.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The mish of each lane.</returns>
    /// <remarks>Mish(±0) = ±0; z itself from 12 on; −0 below −108.7 and at −∞; +∞ at +∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Mish(float z) => MishOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="Mish(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mish(Vector128<float> z) => MishOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Mish(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mish(Vector256<float> z) => MishOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Mish(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mish(Vector512<float> z) => MishOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector MishOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector zero = TLanes.Create(0f);
        TVector minus = TLanes.Max(-110f, TLanes.Negate(TLanes.Abs(z)));
        TVector high = ReduceByLn2<TVector, TLanes>(minus, out TVector low, out TVector n, out TVector shifted);
        TVector m = ReducedExpm1<TVector, TLanes>(high, low);
        TVector u = TLanes.Scale(TLanes.Add(m, 1f), n, shifted);
        TVector product = MishRest<TVector, TLanes>(z, u, minus);
        return TLanes.WhereLess(z, zero, TLanes.Scale(TLanes.MultiplyAdd(product, m, product), n, shifted), product);
    }

    /// <summary>z (1 − c), of <paramref name="minus"/> = −|z| and of u = e^−|z|, both with a bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector MishRest<TVector, TLanes>(TVector z, TVector u, TVector minus)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector zero = TLanes.Create(0f);
        TVector twice = TLanes.Add(u, u);
        TVector numerator = TLanes.WhereLess(z, zero, TLanes.MultiplyAdd(u, u, u), TLanes.Multiply(twice, u));
        TVector denominator = TLanes.WhereLess(z, zero, TLanes.MultiplyAdd(u, u, TLanes.Add(twice, 2f)), TLanes.MultiplyAdd(twice, u, TLanes.Add(twice, 1f)));

        // c is 0 where the bound of |z| counts, and the bound keeps 0 · ∞ out.
        TVector c = TLanes.Divide(numerator, denominator);
        return TLanes.WhereLess(z, zero, TLanes.MultiplyAdd(TLanes.Negate(minus), c, minus), TLanes.MultiplyAdd(minus, c, z));
    }
}
