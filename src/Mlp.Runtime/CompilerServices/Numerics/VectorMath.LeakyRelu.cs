using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// max(0.01 z, z): for z > 0 the second, for z < 0 the first; a NaN is both.
public static partial class VectorMath
{
    /// <summary>Leaky ReLU with slope 0.01: z for z &gt; 0, otherwise 0.01 z; one rounding of the product with the float nearest 0.01.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The leaky ReLU of each lane.</returns>
    /// <remarks>±∞ at ±∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LeakyRelu(float z) => LeakyReluOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="LeakyRelu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyRelu(Vector128<float> z) => LeakyReluOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="LeakyRelu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyRelu(Vector256<float> z) => LeakyReluOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="LeakyRelu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyRelu(Vector512<float> z) => LeakyReluOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector LeakyReluOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.Max(TLanes.Multiply(z, 0.01f), z);
    }

    /// <summary>Leaky ReLU with a slope: z for z &gt; 0, otherwise slope · z; one rounding.</summary>
    /// <param name="z">Any number.</param>
    /// <param name="slope">The slope below 0: above 0, finite.</param>
    /// <returns>The leaky ReLU of each lane.</returns>
    /// <remarks>±∞ at ±∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LeakyRelu(float z, float slope) => LeakyReluOf<float, ScalarLanes>(z, slope);

    /// <inheritdoc cref="LeakyRelu(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyRelu(Vector128<float> z, float slope) => LeakyReluOf<Vector128<float>, Lanes128>(z, slope);

    /// <inheritdoc cref="LeakyRelu(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyRelu(Vector256<float> z, float slope) => LeakyReluOf<Vector256<float>, Lanes256>(z, slope);

    /// <inheritdoc cref="LeakyRelu(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyRelu(Vector512<float> z, float slope) => LeakyReluOf<Vector512<float>, Lanes512>(z, slope);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector LeakyReluOf<TVector, TLanes>(TVector z, float slope)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        // A slope is a constant where it is called: one of the two is left.
        TVector product = TLanes.Multiply(z, slope);
        return slope <= 1f ? TLanes.Max(product, z) : TLanes.WhereLess(z, TLanes.Create(0f), product, z);
    }
}
