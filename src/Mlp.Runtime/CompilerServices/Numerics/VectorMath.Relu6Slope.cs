using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// Both ends belong to the flat sides.
public static partial class VectorMath
{
    /// <summary>The derivative of ReLU6 from its output a: 1 for 0 &lt; a &lt; 6, otherwise 0.</summary>
    /// <param name="a">The output of ReLU6.</param>
    /// <returns>The slope at each lane, 0 or 1.</returns>
    /// <remarks>0 at ±0 and at 6; a NaN gives 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Relu6Slope(float a) => Relu6SlopeOf<float, ScalarLanes>(a);

    /// <inheritdoc cref="Relu6Slope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu6Slope(Vector128<float> a) => Relu6SlopeOf<Vector128<float>, Lanes128>(a);

    /// <inheritdoc cref="Relu6Slope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu6Slope(Vector256<float> a) => Relu6SlopeOf<Vector256<float>, Lanes256>(a);

    /// <inheritdoc cref="Relu6Slope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu6Slope(Vector512<float> a) => Relu6SlopeOf<Vector512<float>, Lanes512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Relu6SlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector below = TLanes.WhereLess(a, TLanes.Create(6f), TLanes.Create(1f), TLanes.Create(0f));
        return TLanes.WhereLess(TLanes.Create(0f), a, below, TLanes.Create(0f));
    }
}
