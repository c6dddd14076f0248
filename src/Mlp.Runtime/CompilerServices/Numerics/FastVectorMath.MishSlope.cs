using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// As VectorMath has it, u = e^−|z| by the shorter exponential.
public static partial class FastVectorMath
{
    /// <summary>The derivative of mish from the pre-activation; within 6·10⁻⁷ in absolute terms.</summary>
    /// <param name="z">The pre-activation.</param>
    /// <returns>The slope at each lane.</returns>
    /// <remarks>0.6 at ±0; 1 at +∞ and 0 at −∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MishSlope(float z) => MishSlopeOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="MishSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MishSlope(Vector128<float> z) => MishSlopeOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="MishSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MishSlope(Vector256<float> z) => MishSlopeOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="MishSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MishSlope(Vector512<float> z) => MishSlopeOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MishSlopeOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector magnitude = TLanes.Min(-LowestExponent, TLanes.Abs(z));
        TVector u = ExpOfNegated<TVector, TLanes>(magnitude, out TVector power);
        u = TLanes.Multiply(u, power);
        return VectorMath.MishSlopeRest<TVector, TLanes>(z, u, TLanes.Negate(magnitude));
    }
}
