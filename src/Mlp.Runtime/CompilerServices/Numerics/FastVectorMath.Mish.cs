using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// As VectorMath has it, u = e^−|z| by the shorter exponential.
public static partial class FastVectorMath
{
    /// <summary>Mish, z · tanh(log(1 + eᶻ)), within 4 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The mish of each lane.</returns>
    /// <remarks>Mish(±0) = ±0; z itself from 12 on; a zero below −86.98 and at −∞; +∞ at +∞; NaN gives NaN.</remarks>
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
    private static TVector MishOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector magnitude = TLanes.Min(-LowestExponent, TLanes.Abs(z));
        TVector value = ExpOfNegated<TVector, TLanes>(magnitude, out TVector power);
        TVector u = TLanes.Multiply(value, power);
        TVector product = VectorMath.MishRest<TVector, TLanes>(z, u, TLanes.Negate(magnitude));
        return TLanes.WhereLess(z, TLanes.Create(0f), TLanes.Multiply(product, u), product);
    }
}
