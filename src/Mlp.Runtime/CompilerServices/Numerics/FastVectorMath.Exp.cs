using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// The clamps keep n within −126 and 128, where the power of two is 0 and the product overflows.
public static partial class FastVectorMath
{
    /// <summary>eˣ, within 4 ulp.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>e to the power of each lane.</returns>
    /// <remarks>e^±0 = 1; +∞ above 88.72; +0 below −86.99, where the result is below 1.7·10⁻³⁸; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => ExpOf<float, ScalarLanes>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => ExpOf<Vector128<float>, Lanes128>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => ExpOf<Vector256<float>, Lanes256>(x);

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => ExpOf<Vector512<float>, Lanes512>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOf<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector clamped = TLanes.Min(89f, TLanes.Max(LowestExponent, x));
        TVector value = ExpOfReduced<TVector, TLanes>(clamped, out TVector power);
        return TLanes.Multiply(value, power);
    }
}
