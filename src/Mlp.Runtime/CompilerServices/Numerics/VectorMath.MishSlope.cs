using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// With t = tanh(log(1 + eᶻ)): t + z (1 − t²) σ(z). With u = e^−|z| as in Mish: (w d + 4 z u (1 + u)) / d², w = u (u + 2), d = w + 2, for z < 0, and
// (p d + 4 z u² (1 + u)) / d², p = 1 + 2u, d = p + 2u², for z ≥ 0. It crosses 0 at −1.1924: the bound is absolute.
public static partial class VectorMath
{
    /// <summary>The derivative of mish from the pre-activation; within 4·10⁻⁷ in absolute terms.</summary>
    /// <param name="z">The pre-activation.</param>
    /// <returns>The slope at each lane.</returns>
    /// <remarks>0.6 at ±0; 1 at +∞ and 0 at −∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MishSlope(float z) => MishSlopeOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="MishSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MishSlope(Vector128<float> z) => MishSlopeOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="MishSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MishSlope(Vector256<float> z) => MishSlopeOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="MishSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MishSlope(Vector512<float> z) => MishSlopeOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector MishSlopeOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector minus = TLanes.Max(-110f, TLanes.Negate(TLanes.Abs(z)));
        TVector high = ReduceByLn2<TVector, TLanes>(minus, out TVector low, out TVector n, out TVector shifted);
        TVector u = TLanes.Scale(TLanes.Add(ReducedExpm1<TVector, TLanes>(high, low), 1f), n, shifted);
        return MishSlopeRest<TVector, TLanes>(z, u, minus);
    }

    /// <summary>The quotient, of <paramref name="minus"/> = −|z| and of u = e^−|z|, both with a bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector MishSlopeRest<TVector, TLanes>(TVector z, TVector u, TVector minus)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector below = TLanes.Add(u, 2f);
        TVector w = TLanes.Multiply(below, u);
        TVector denominatorBelow = TLanes.Add(w, 2f);
        TVector twice = TLanes.Add(u, u);
        TVector above = TLanes.Add(twice, 1f);
        TVector denominatorAbove = TLanes.MultiplyAdd(twice, u, above);
        TVector product = TLanes.Multiply(TLanes.Multiply(minus, 4f), TLanes.MultiplyAdd(u, u, u));
        TVector zero = TLanes.Create(0f);
        TVector numeratorBelow = TLanes.MultiplyAdd(w, denominatorBelow, product);
        TVector numeratorAbove = TLanes.Subtract(TLanes.Multiply(above, denominatorAbove), TLanes.Multiply(product, u));
        TVector denominator = TLanes.WhereLess(z, zero, denominatorBelow, denominatorAbove);
        return TLanes.Divide(TLanes.WhereLess(z, zero, numeratorBelow, numeratorAbove), TLanes.Multiply(denominator, denominator));
    }
}
