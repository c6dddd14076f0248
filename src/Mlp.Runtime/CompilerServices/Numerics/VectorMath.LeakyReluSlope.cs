using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// The slope at 0 is that of the negative side.
public static partial class VectorMath
{
    /// <summary>The derivative of leaky ReLU from its output a: 1 for a &gt; 0, otherwise 0.01.</summary>
    /// <param name="a">The output of leaky ReLU.</param>
    /// <returns>The slope at each lane, 0.01 or 1.</returns>
    /// <remarks>0.01 at ±0; a NaN gives 0.01.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LeakyReluSlope(float a) => LeakyReluSlopeOf<float, ScalarLanes>(a);

    /// <inheritdoc cref="LeakyReluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyReluSlope(Vector128<float> a) => LeakyReluSlopeOf<Vector128<float>, Lanes128>(a);

    /// <inheritdoc cref="LeakyReluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReluSlope(Vector256<float> a) => LeakyReluSlopeOf<Vector256<float>, Lanes256>(a);

    /// <inheritdoc cref="LeakyReluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyReluSlope(Vector512<float> a) => LeakyReluSlopeOf<Vector512<float>, Lanes512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector LeakyReluSlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.WhereLess(TLanes.Create(0f), a, TLanes.Create(1f), TLanes.Create(0.01f));
    }

    /// <summary>The derivative of leaky ReLU from its output a: 1 for a &gt; 0, otherwise the slope.</summary>
    /// <param name="a">The output of the activation.</param>
    /// <param name="slope">The slope below 0: above 0, finite.</param>
    /// <returns>The slope at each lane.</returns>
    /// <remarks>The slope below 0 at ±0, and of a NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LeakyReluSlope(float a, float slope) => LeakyReluSlopeOf<float, ScalarLanes>(a, slope);

    /// <inheritdoc cref="LeakyReluSlope(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyReluSlope(Vector128<float> a, float slope) => LeakyReluSlopeOf<Vector128<float>, Lanes128>(a, slope);

    /// <inheritdoc cref="LeakyReluSlope(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReluSlope(Vector256<float> a, float slope) => LeakyReluSlopeOf<Vector256<float>, Lanes256>(a, slope);

    /// <inheritdoc cref="LeakyReluSlope(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyReluSlope(Vector512<float> a, float slope) => LeakyReluSlopeOf<Vector512<float>, Lanes512>(a, slope);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector LeakyReluSlopeOf<TVector, TLanes>(TVector a, float slope)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.WhereLess(TLanes.Create(0f), a, TLanes.Create(1f), TLanes.Create(slope));
    }
}
