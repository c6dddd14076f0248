using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// a = log(1 + eᶻ) gives σ(z) = 1 − e⁻ᵃ.
public static partial class FastVectorMath
{
    /// <summary>The derivative of softplus from its output a: 1 − e⁻ᵃ = σ(z), within 4 ulp.</summary>
    /// <param name="a">The output of softplus, 0 or more.</param>
    /// <returns>The slope at each lane, 0 to 1.</returns>
    /// <remarks>0 at ±0, 1 above 17.33; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SoftplusSlope(float a) => SoftplusSlopeOf<float, ScalarLanes>(a);

    /// <inheritdoc cref="SoftplusSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SoftplusSlope(Vector128<float> a) => SoftplusSlopeOf<Vector128<float>, Lanes128>(a);

    /// <inheritdoc cref="SoftplusSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SoftplusSlope(Vector256<float> a) => SoftplusSlopeOf<Vector256<float>, Lanes256>(a);

    /// <inheritdoc cref="SoftplusSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SoftplusSlope(Vector512<float> a) => SoftplusSlopeOf<Vector512<float>, Lanes512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SoftplusSlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.Negate(Expm1OfNonPositive<TVector, TLanes>(TLanes.Negate(a)));
    }
}
