using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// ReLU′(0) = 0 [Lu 16].
public static partial class VectorMath
{
    /// <summary>The derivative of ReLU from its output a: 1 for a &gt; 0, otherwise 0 [Lu 16].</summary>
    /// <param name="a">The output of ReLU.</param>
    /// <returns>The slope at each lane, 0 or 1.</returns>
    /// <remarks>0 at ±0; a NaN gives 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ReluSlope(float a) => ReluSlopeOf<float, ScalarLanes>(a);

    /// <inheritdoc cref="ReluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ReluSlope(Vector128<float> a) => ReluSlopeOf<Vector128<float>, Lanes128>(a);

    /// <inheritdoc cref="ReluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReluSlope(Vector256<float> a) => ReluSlopeOf<Vector256<float>, Lanes256>(a);

    /// <inheritdoc cref="ReluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ReluSlope(Vector512<float> a) => ReluSlopeOf<Vector512<float>, Lanes512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ReluSlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.WhereLess(TLanes.Create(0f), a, TLanes.Create(1f), TLanes.Create(0f));
    }
}
