using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// Both ends belong to the flat sides.
public static partial class VectorMath
{
    /// <summary>The derivative of hard sigmoid from its output a: 1/6 for 0 &lt; a &lt; 1, otherwise 0; rounded once.</summary>
    /// <param name="a">The output of hard sigmoid.</param>
    /// <returns>The slope at each lane, 0 or 1/6.</returns>
    /// <remarks>0 at ±0 and at 1; a NaN gives 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float HardSigmoidSlope(float a) => HardSigmoidSlopeOf<float, ScalarLanes>(a);

    /// <inheritdoc cref="HardSigmoidSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSigmoidSlope(Vector128<float> a) => HardSigmoidSlopeOf<Vector128<float>, Lanes128>(a);

    /// <inheritdoc cref="HardSigmoidSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSigmoidSlope(Vector256<float> a) => HardSigmoidSlopeOf<Vector256<float>, Lanes256>(a);

    /// <inheritdoc cref="HardSigmoidSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSigmoidSlope(Vector512<float> a) => HardSigmoidSlopeOf<Vector512<float>, Lanes512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector HardSigmoidSlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector below = TLanes.WhereLess(a, TLanes.Create(1f), TLanes.Create(0.166666672f), TLanes.Create(0f));
        return TLanes.WhereLess(TLanes.Create(0f), a, below, TLanes.Create(0f));
    }
}
