using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// d/dz zΦ(z) = Φ(z) + zφ(z). For t = |z|: Φ(−t) − tφ(t) = e^(−t²/2) (R(t) − t/√(2π)) is the slope at −t, and 1 less it the
// slope at t. It crosses 0 at −0.7518: the bound is absolute.
public static partial class VectorMath
{
    /// <summary>The derivative of GELU, Φ(z) + z φ(z), from the pre-activation; within 4·10⁻⁷ in absolute terms.</summary>
    /// <param name="z">The pre-activation.</param>
    /// <returns>The slope at each lane.</returns>
    /// <remarks>½ at ±0; 1 at +∞ and 0 at −∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float GeluSlope(float z) => GeluSlopeOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="GeluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluSlope(Vector128<float> z) => GeluSlopeOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="GeluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluSlope(Vector256<float> z) => GeluSlopeOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="GeluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluSlope(Vector512<float> z) => GeluSlopeOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector GeluSlopeOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        // The sum makes a signalling NaN quiet: clearing low bits of one could leave an infinity.
        TVector t = TLanes.Min(15f, TLanes.Abs(TLanes.Add(z, 0f)));
        TVector upper = NormalTail<TVector, TLanes>(t, out TVector denominator, out TVector m, out TVector n, out TVector shifted);
        TVector numerator = TLanes.MultiplyAdd(upper, t, 0.5f);
        TVector density = TLanes.Multiply(t, -0.398942280f);
        TVector slope = TLanes.Add(TLanes.Divide(numerator, denominator), density);
        slope = TLanes.Scale(TLanes.MultiplyAdd(slope, m, slope), n, shifted);
        return TLanes.WhereLess(z, TLanes.Create(0f), slope, TLanes.Subtract(1f, slope));
    }
}
