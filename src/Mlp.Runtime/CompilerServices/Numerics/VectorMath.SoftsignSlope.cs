using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// 1 / (1 + |z|) is 1 − |a|.
public static partial class VectorMath
{
    /// <summary>The derivative of softsign from its output a, (1 − |a|)²; within 2 ulp.</summary>
    /// <param name="a">The output of softsign, −1 to 1.</param>
    /// <returns>The slope at each lane, 0 to 1.</returns>
    /// <remarks>1 at ±0; 0 at ±1; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SoftsignSlope(float a) => SoftsignSlopeOf<float, ScalarLanes>(a);

    /// <inheritdoc cref="SoftsignSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SoftsignSlope(Vector128<float> a) => SoftsignSlopeOf<Vector128<float>, Lanes128>(a);

    /// <inheritdoc cref="SoftsignSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SoftsignSlope(Vector256<float> a) => SoftsignSlopeOf<Vector256<float>, Lanes256>(a);

    /// <inheritdoc cref="SoftsignSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SoftsignSlope(Vector512<float> a) => SoftsignSlopeOf<Vector512<float>, Lanes512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SoftsignSlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector rest = TLanes.Subtract(1f, TLanes.Abs(a));
        return TLanes.Multiply(rest, rest);
    }
}
