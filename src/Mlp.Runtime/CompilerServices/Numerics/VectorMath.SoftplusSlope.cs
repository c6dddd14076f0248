using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// a = log(1 + eᶻ) gives σ(z) = eᶻ / (1 + eᶻ) = 1 − e⁻ᵃ, with eˣ − 1 as in VectorMath.cs so that nothing is lost near 0.
public static partial class VectorMath
{
    /// <summary>The derivative of softplus from its output a: 1 − e⁻ᵃ = σ(z), within 2 ulp.</summary>
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
    internal static TVector SoftplusSlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.Negate(Expm1OfNonPositive<TVector, TLanes>(TLanes.Min(0f, TLanes.Negate(a))));
    }
}
