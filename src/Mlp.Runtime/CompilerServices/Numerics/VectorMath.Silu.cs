using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// z σ(z) = z 2ᵏ / (1 + (2ᵏ − w)) with k, w and the error of Sigmoid: z 2ᵏ is exact. From 20 on σ rounds to 1. Below −110
// the result rounds to 0.
public static partial class VectorMath
{
    /// <summary>SiLU or swish, z · σ(z), within 2 ulp; within 3 where the result is subnormal.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The SiLU of each lane.</returns>
    /// <remarks>SiLU(±0) = ±0; z itself from 20 on; −0 below −108.7 and at −∞; +∞ at +∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Silu(float z) => SiluOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="Silu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Silu(Vector128<float> z) => SiluOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Silu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Silu(Vector256<float> z) => SiluOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Silu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Silu(Vector512<float> z) => SiluOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SiluOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector clamped = TLanes.Max(-110f, z);
        TVector high = ReduceByLn2<TVector, TLanes>(clamped, out TVector low, out TVector k, out TVector shifted);
        TVector w = ReducedOneMinusExp<TVector, TLanes>(high, low);
        TVector power = TLanes.Scale(TLanes.Create(1f), k, shifted);
        TVector quotient = TLanes.Divide(TLanes.Scale(clamped, k, shifted), TLanes.Add(TLanes.Subtract(power, w), 1f));
        return TLanes.WhereLess(TLanes.Create(20f), z, z, quotient);
    }
}
