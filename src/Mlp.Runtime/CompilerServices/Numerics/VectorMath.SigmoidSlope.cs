using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// 1 − a is exact from ½ on and errs by half an ulp below; the product rounds once.
public static partial class VectorMath
{
    /// <summary>The derivative of the sigmoid from its output a: a(1 − a), within 1.5 ulp [NPFL129].</summary>
    /// <param name="a">The output of the sigmoid, 0 to 1.</param>
    /// <returns>The slope at each lane, 0 to ¼.</returns>
    /// <remarks>0 at 0 and 1; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SigmoidSlope(float a) => SigmoidSlopeOf<float, ScalarLanes>(a);

    /// <inheritdoc cref="SigmoidSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SigmoidSlope(Vector128<float> a) => SigmoidSlopeOf<Vector128<float>, Lanes128>(a);

    /// <inheritdoc cref="SigmoidSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SigmoidSlope(Vector256<float> a) => SigmoidSlopeOf<Vector256<float>, Lanes256>(a);

    /// <inheritdoc cref="SigmoidSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SigmoidSlope(Vector512<float> a) => SigmoidSlopeOf<Vector512<float>, Lanes512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SigmoidSlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.Multiply(a, TLanes.Subtract(1f, a));
    }
}
