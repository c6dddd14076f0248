using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// Below 0.7: x + x³ p(x²), odd by construction, p of degree 4, relative error 2^−25.9: half an ulp and little more.
// From 0.7 on: 1 − 2 / (e^2|x| + 1), which halves the error of the exponential or better and needs it only to 2^−22:
// 2|x| = n ln 2 + 2r in one piece, e^2r by degree 5. Past 9.02 the quotient is below half an ulp of 1: exactly ±1.
// The sign goes on last: on the small side it only mends −0.
public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent, within 2 ulp.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>The hyperbolic tangent of each lane.</returns>
    /// <remarks>Odd, tanh ±0 = ±0, x itself for tiny x; exactly ±1 past ±9.02; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float x) => TanhOf<float, ScalarLanes>(x);

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x) => TanhOf<Vector128<float>, Lanes128>(x);

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => TanhOf<Vector256<float>, Lanes256>(x);

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => TanhOf<Vector512<float>, Lanes512>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector TanhOf<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector magnitude = TLanes.Min(10f, TLanes.Abs(x));
        TVector shifted = TLanes.MultiplyAdd(magnitude, 2 * ReciprocalOfLn2, RoundingShift);
        TVector n = TLanes.Add(shifted, -RoundingShift);
        TVector r = TLanes.MultiplyAdd(n, -0.34657359f, magnitude);
        TVector e = TLanes.MultiplyAdd(r, 0.259842157f, 0.670293808f);
        e = TLanes.MultiplyAdd(e, r, 1.33352315f);
        e = TLanes.MultiplyAdd(e, r, 1.99996924f);
        e = TLanes.MultiplyAdd(e, r, 2f);
        e = TLanes.MultiplyAdd(e, r, 1f);
        TVector large = TLanes.MultiplyAdd(e, TLanes.PowerOfTwo(n, shifted), 1f);
        large = TLanes.Subtract(1f, TLanes.Divide(TLanes.Create(2f), large));

        TVector square = TLanes.Multiply(x, x);
        TVector p = TLanes.MultiplyAdd(square, -0.00514045823f, 0.0200943332f);
        p = TLanes.MultiplyAdd(p, square, -0.0535599627f);
        p = TLanes.MultiplyAdd(p, square, 0.133291319f);
        p = TLanes.MultiplyAdd(p, square, -0.333331913f);
        TVector small = TLanes.MultiplyAdd(TLanes.Multiply(p, square), x, x);
        return TLanes.OrSign(TLanes.WhereLess(magnitude, TLanes.Create(0.7f), small, large), x);
    }
}
