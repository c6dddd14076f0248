using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// As VectorMath has it, u = e^−|z| by the shorter exponential.
public static partial class FastVectorMath
{
    /// <summary>The derivative of SiLU, σ(z)(1 + z(1 − σ(z))), from the pre-activation; within 5·10⁻⁷ in absolute terms.</summary>
    /// <param name="z">The pre-activation.</param>
    /// <returns>The slope at each lane.</returns>
    /// <remarks>½ at ±0; 1 at +∞ and 0 at −∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SiluSlope(float z) => SiluSlopeOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="SiluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SiluSlope(Vector128<float> z) => SiluSlopeOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="SiluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiluSlope(Vector256<float> z) => SiluSlopeOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="SiluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiluSlope(Vector512<float> z) => SiluSlopeOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SiluSlopeOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector magnitude = TLanes.Min(-LowestExponent, TLanes.Abs(z));
        TVector u = ExpOfNegated<TVector, TLanes>(magnitude, out TVector power);
        u = TLanes.Multiply(u, power);
        TVector d = TLanes.Add(u, 1f);
        TVector product = TLanes.Multiply(magnitude, u);
        TVector negative = TLanes.Subtract(TLanes.Multiply(d, u), product);
        TVector positive = TLanes.Add(d, product);
        return TLanes.Divide(TLanes.WhereLess(z, TLanes.Create(0f), negative, positive), TLanes.Multiply(d, d));
    }
}
