using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// a > 0 ? 1 : a + 1 is min(1, a + 1): adding 1 never brings a positive number below 1.
public static partial class VectorMath
{
    /// <summary>The derivative of ELU from its output a: 1 for a &gt; 0, otherwise a + 1 = eᶻ; rounded once.</summary>
    /// <param name="a">The output of ELU, −1 or more.</param>
    /// <returns>The slope at each lane, 0 to 1.</returns>
    /// <remarks>1 at ±0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float EluSlope(float a) => EluSlopeOf<float, ScalarLanes>(a);

    /// <inheritdoc cref="EluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> EluSlope(Vector128<float> a) => EluSlopeOf<Vector128<float>, Lanes128>(a);

    /// <inheritdoc cref="EluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> EluSlope(Vector256<float> a) => EluSlopeOf<Vector256<float>, Lanes256>(a);

    /// <inheritdoc cref="EluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> EluSlope(Vector512<float> a) => EluSlopeOf<Vector512<float>, Lanes512>(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector EluSlopeOf<TVector, TLanes>(TVector a)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.Min(1f, TLanes.Add(a, 1f));
    }

    /// <summary>The derivative of ELU from its output a: 1 for a &gt; 0, otherwise a + α = α eᶻ; rounded once.</summary>
    /// <param name="a">The output of the activation.</param>
    /// <param name="alpha">α: above 0, finite.</param>
    /// <returns>The slope at each lane, 0 to the larger one of 1 and α.</returns>
    /// <remarks>α at ±0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float EluSlope(float a, float alpha) => EluSlopeOf<float, ScalarLanes>(a, alpha);

    /// <inheritdoc cref="EluSlope(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> EluSlope(Vector128<float> a, float alpha) => EluSlopeOf<Vector128<float>, Lanes128>(a, alpha);

    /// <inheritdoc cref="EluSlope(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> EluSlope(Vector256<float> a, float alpha) => EluSlopeOf<Vector256<float>, Lanes256>(a, alpha);

    /// <inheritdoc cref="EluSlope(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> EluSlope(Vector512<float> a, float alpha) => EluSlopeOf<Vector512<float>, Lanes512>(a, alpha);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector EluSlopeOf<TVector, TLanes>(TVector a, float alpha)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.WhereLess(TLanes.Create(0f), a, TLanes.Create(1f), TLanes.Add(a, alpha));
    }
}
