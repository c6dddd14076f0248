using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// log(1 + eᶻ) = max(z, 0) + log(1 + u), u = e^−|z| in [0, 1]; log(1 + u) = u + u² q(u), q of degree 8, relative error
// 2^−27.5. u keeps its relative accuracy, and so does the result for z ≪ 0, where it is u.
public static partial class VectorMath
{
    /// <summary>Softplus, log(1 + eᶻ), within 2.5 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The softplus of each lane, 0 or more.</returns>
    /// <remarks>Softplus(±0) = log 2; subnormal below −87.33 and +0 below −103.97; +∞ at +∞; NaN gives NaN.</remarks>
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
    internal static TVector SoftplusOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector u = ExpOfNonPositive<TVector, TLanes>(TLanes.Negate(TLanes.Abs(z)));
        TVector q = TLanes.MultiplyAdd(u, -0.00329046859f, 0.0200862419f);
        q = TLanes.MultiplyAdd(q, u, -0.057457231f);
        q = TLanes.MultiplyAdd(q, u, 0.106611282f);
        q = TLanes.MultiplyAdd(q, u, -0.153448805f);
        q = TLanes.MultiplyAdd(q, u, 0.196921021f);
        q = TLanes.MultiplyAdd(q, u, -0.24958019f);
        q = TLanes.MultiplyAdd(q, u, 0.333304644f);
        q = TLanes.MultiplyAdd(q, u, -0.499999315f);
        return TLanes.Add(TLanes.Max(0f, z), TLanes.MultiplyAdd(q, TLanes.Multiply(u, u), u));
    }
}
