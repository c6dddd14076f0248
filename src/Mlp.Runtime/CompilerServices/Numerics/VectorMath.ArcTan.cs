using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// arctan |x| = arctan t for |x| ≤ 1 with t = |x|, and π/2 + arctan t above with t = −1/|x|; arctan t = t + t³ p(t²), p of
// degree 7, relative error 2^−25.8. One division serves both cases.
public static partial class VectorMath
{
    /// <summary>The arc tangent, within 2.5 ulp.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>The arc tangent of each lane, in radians.</returns>
    /// <remarks>Odd, arctan ±0 = ±0, x itself for tiny x; ±π/2 at ±∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ArcTan(float x) => ArcTanOf<float, ScalarLanes>(x);

    /// <inheritdoc cref="ArcTan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ArcTan(Vector128<float> x) => ArcTanOf<Vector128<float>, Lanes128>(x);

    /// <inheritdoc cref="ArcTan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ArcTan(Vector256<float> x) => ArcTanOf<Vector256<float>, Lanes256>(x);

    /// <inheritdoc cref="ArcTan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ArcTan(Vector512<float> x) => ArcTanOf<Vector512<float>, Lanes512>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ArcTanOf<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector magnitude = TLanes.Abs(x);
        TVector one = TLanes.Create(1f);
        TVector numerator = TLanes.WhereLess(one, magnitude, TLanes.Create(-1f), magnitude);
        TVector t = TLanes.Divide(numerator, TLanes.WhereLess(one, magnitude, magnitude, one));
        TVector square = TLanes.Multiply(t, t);
        TVector p = TLanes.MultiplyAdd(square, 0.00292007136f, -0.0163653716f);
        p = TLanes.MultiplyAdd(p, square, 0.0432075672f);
        p = TLanes.MultiplyAdd(p, square, -0.0755183771f);
        p = TLanes.MultiplyAdd(p, square, 0.10665822f);
        p = TLanes.MultiplyAdd(p, square, -0.14211008f);
        p = TLanes.MultiplyAdd(p, square, 0.199937671f);
        p = TLanes.MultiplyAdd(p, square, -0.333331525f);
        TVector reduced = TLanes.MultiplyAdd(TLanes.Multiply(p, square), t, t);
        TVector offset = TLanes.WhereLess(one, magnitude, TLanes.Create(1.57079637f), TLanes.Create(0f));
        return TLanes.OrSign(TLanes.Add(offset, reduced), x);
    }
}
