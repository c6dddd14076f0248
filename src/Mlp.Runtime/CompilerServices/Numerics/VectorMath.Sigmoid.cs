using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// With z = k ln 2 + r, both halves of 1 / (1 + e⁻ᶻ) times 2ᵏ: σ(z) = 2ᵏ / (1 + (2ᵏ − w)), w = 1 − e⁻ʳ. The numerator is a
// power of two, so only the two sums and the quotient err, 2 ulp at most; in the tail 2ᵏ is subnormal and the quotient
// rounds into that range. The clamp at −104 and 20 keeps k in range: σ(20) rounds to 1.
public static partial class VectorMath
{
    /// <summary>The logistic sigmoid σ(z) = 1 / (1 + e⁻ᶻ), within 2 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The sigmoid of each lane, 0 to 1.</returns>
    /// <remarks>σ(±0) = ½; exactly 1 above 17.33; subnormal below −87.33 and +0 below −103.98; NaN gives NaN.</remarks>
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
    internal static TVector SigmoidOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector clamped = TLanes.Min(20f, TLanes.Max(-104f, z));
        TVector high = ReduceByLn2<TVector, TLanes>(clamped, out TVector low, out TVector k, out TVector shifted);
        TVector w = ReducedOneMinusExp<TVector, TLanes>(high, low);
        TVector power = TLanes.Scale(TLanes.Create(1f), k, shifted);
        return TLanes.Divide(power, TLanes.Add(TLanes.Subtract(power, w), 1f));
    }
}
