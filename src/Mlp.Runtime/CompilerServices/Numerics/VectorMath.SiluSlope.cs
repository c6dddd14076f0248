using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// d/dz zσ(z) = σ(z)(1 + z(1 − σ(z))). With u = e^−|z| and D = 1 + u: u(D − |z|)/D² for z < 0, (D + |z|u)/D² for z ≥ 0.
// It crosses 0 at −1.2785: the bound is absolute.
public static partial class VectorMath
{
    /// <summary>The derivative of SiLU, σ(z)(1 + z(1 − σ(z))), from the pre-activation; within 3·10⁻⁷ in absolute terms.</summary>
    /// <param name="z">The pre-activation.</param>
    /// <returns>The slope at each lane.</returns>
    /// <remarks>½ at ±0; 1 at +∞ and 0 at −∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SiluSlope(float z) => SiluSlopeOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="SiluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SiluSlope(Vector128<float> z) => SiluSlopeOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="SiluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiluSlope(Vector256<float> z) => SiluSlopeOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="SiluSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiluSlope(Vector512<float> z) => SiluSlopeOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SiluSlopeOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector minus = TLanes.Max(-110f, TLanes.Negate(TLanes.Abs(z)));
        TVector high = ReduceByLn2<TVector, TLanes>(minus, out TVector low, out TVector n, out TVector shifted);
        TVector u = TLanes.Scale(TLanes.Add(ReducedExpm1<TVector, TLanes>(high, low), 1f), n, shifted);
        TVector d = TLanes.Add(u, 1f);
        TVector negative = TLanes.Multiply(TLanes.Add(d, minus), u);
        TVector positive = TLanes.Subtract(d, TLanes.Multiply(minus, u));
        return TLanes.Divide(TLanes.WhereLess(z, TLanes.Create(0f), negative, positive), TLanes.Multiply(d, d));
    }
}
