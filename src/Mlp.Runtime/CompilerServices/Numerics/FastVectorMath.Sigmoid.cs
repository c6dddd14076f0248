using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// 1 / (1 + e⁻ᶻ): e⁻ᶻ is infinite below −88.72, so that the quotient is 0, and 0 at the other end. The denominator is never below 1.
public static partial class FastVectorMath
{
    /// <summary>The logistic sigmoid σ(z) = 1 / (1 + e⁻ᶻ), within 4 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The sigmoid of each lane, 0 to 1.</returns>
    /// <remarks>σ(±0) = ½; exactly 1 above 17.33; +0 below −88.73; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float z) => SigmoidOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> z) => SigmoidOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> z) => SigmoidOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Sigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> z) => SigmoidOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SigmoidOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector clamped = TLanes.Min(-LowestExponent, TLanes.Max(-89f, z));
        TVector value = ExpOfNegated<TVector, TLanes>(clamped, out TVector power);
        return TLanes.Divide(TLanes.Create(1f), TLanes.MultiplyAdd(value, power, 1f));
    }
}
