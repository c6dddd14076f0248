using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// log(1 + eᶻ) = max(z, 0) + log(1 + u), u = e^−|z| in [0, 1]; log(1 + u) = u + u² q(u), q of degree 7, relative error
// 2^−24.3.
public static partial class FastVectorMath
{
    /// <summary>Softplus, log(1 + eᶻ), within 4 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The softplus of each lane, 0 or more.</returns>
    /// <remarks>Softplus(±0) = log 2; +0 below −86.99, where the result is below 1.7·10⁻³⁸; +∞ at +∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Softplus(float z) => SoftplusOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softplus(Vector128<float> z) => SoftplusOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> z) => SoftplusOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Softplus(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> z) => SoftplusOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SoftplusOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector u = ExpOfNegated<TVector, TLanes>(TLanes.Min(-LowestExponent, TLanes.Abs(z)), out TVector power);
        u = TLanes.Multiply(u, power);
        TVector q = TLanes.MultiplyAdd(u, 0.00536479196f, -0.0300656706f);
        q = TLanes.MultiplyAdd(q, u, 0.0792043507f);
        q = TLanes.MultiplyAdd(q, u, -0.137537882f);
        q = TLanes.MultiplyAdd(q, u, 0.191536501f);
        q = TLanes.MultiplyAdd(q, u, -0.248571634f);
        q = TLanes.MultiplyAdd(q, u, 0.33321321f);
        q = TLanes.MultiplyAdd(q, u, -0.499996454f);
        return TLanes.Add(TLanes.Max(0f, z), TLanes.MultiplyAdd(q, TLanes.Multiply(u, u), u));
    }
}
