using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// x = 2ᵉ m with m in [√½, √2), f = m − 1 (exact); log x = e · ln 2 + log(1 + f), and
// log(1 + f) = f − f²/2 + f³ p(f) with p of degree 8, relative error 2^−29.2. Everything after f is small beside it, so
// that f − f²/2 + … errs by little more than half an ulp; e times the leading 10 bits of ln 2 is exact. Subnormals are
// brought into the normal range by 2²³ first.
public static partial class VectorMath
{
    /// <summary>The natural logarithm, within 1 ulp.</summary>
    /// <param name="x">A number of 0 or more.</param>
    /// <returns>The logarithm of each lane.</returns>
    /// <remarks>log 1 = +0; log ±0 = −∞; log +∞ = +∞; right for subnormals; NaN for a negative number and for NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => LogOf<float, ScalarLanes>(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) => LogOf<Vector128<float>, Lanes128>(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => LogOf<Vector256<float>, Lanes256>(x);

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => LogOf<Vector512<float>, Lanes512>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector LogOf<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector smallestNormal = TLanes.Create(1.17549435e-38f);
        TVector subnormal = TLanes.WhereLess(x, smallestNormal, TLanes.Create(-23f), TLanes.Create(0f));
        TVector normal = TLanes.WhereLess(x, smallestNormal, TLanes.Multiply(x, 8388608f), x);
        TVector bits = TLanes.ExponentBits(normal, 0x3F3504F3);
        TVector e = TLanes.MultiplyAdd(TLanes.ConvertBits(bits), 1.1920929e-7f, subnormal);
        TVector f = TLanes.Add(TLanes.SubtractBits(normal, bits), -1f);

        TVector p = TLanes.MultiplyAdd(f, 0.0534145087f, -0.109179154f);
        p = TLanes.MultiplyAdd(p, f, 0.121088855f);
        p = TLanes.MultiplyAdd(p, f, -0.125496209f);
        p = TLanes.MultiplyAdd(p, f, 0.142095596f);
        p = TLanes.MultiplyAdd(p, f, -0.166593671f);
        p = TLanes.MultiplyAdd(p, f, 0.200022236f);
        p = TLanes.MultiplyAdd(p, f, -0.250001669f);
        p = TLanes.MultiplyAdd(p, f, 0.333333135f);
        p = TLanes.MultiplyAdd(p, f, -0.5f);
        p = TLanes.MultiplyAdd(p, TLanes.Multiply(f, f), TLanes.Multiply(e, -MinusLn2Low));
        TVector logarithm = TLanes.MultiplyAdd(e, -MinusLn2High, TLanes.Add(f, p));

        TVector outside = TLanes.WhereLess(x, TLanes.Create(0f), TLanes.Create(float.NaN), TLanes.Create(float.NegativeInfinity));
        TVector positive = TLanes.WhereLess(TLanes.Create(0f), x, logarithm, outside);
        return TLanes.WhereLess(x, TLanes.Create(float.PositiveInfinity), positive, x);
    }
}
