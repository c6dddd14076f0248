using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// a + λα = λα eᶻ for a ≤ 0.
public static partial class VectorMath
{
    /// <summary>The derivative of SELU from its output a: λ for a &gt; 0, otherwise a + λα = λα eᶻ; rounded once.</summary>
    /// <param name="a">The output of SELU, −λα or more.</param>
    /// <returns>The slope at each lane, 0 to λα.</returns>
    /// <remarks>λα at ±0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SeluSlope(float a) => SeluSlopeOf<float, ScalarLanes>(a);

    /// <inheritdoc cref="SeluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SeluSlope(Vector128<float> a) => SeluSlopeOf<Vector128<float>, Lanes128>(a);

    /// <inheritdoc cref="SeluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SeluSlope(Vector256<float> a) => SeluSlopeOf<Vector256<float>, Lanes256>(a);

    /// <inheritdoc cref="SeluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SeluSlope(Vector512<float> a) => SeluSlopeOf<Vector512<float>, Lanes512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SeluSlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.WhereLess(TLanes.Create(0f), a, TLanes.Create(SeluScale), TLanes.Add(a, SeluDepth));
    }
}
