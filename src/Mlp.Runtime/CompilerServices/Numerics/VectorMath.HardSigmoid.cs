using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// ReLU6(z + 3) / 6: the sum is exact around −3, and the float nearest 1/6 times 6 rounds to 1.
public static partial class VectorMath
{
    /// <summary>Hard sigmoid, min(max(0, z + 3), 6) / 6, within 1.5 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The hard sigmoid of each lane, 0 to 1.</returns>
    /// <remarks>½ at ±0; exactly 0 up to −3 and 1 from 3 on; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float HardSigmoid(float z) => HardSigmoidOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="HardSigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSigmoid(Vector128<float> z) => HardSigmoidOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="HardSigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSigmoid(Vector256<float> z) => HardSigmoidOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="HardSigmoid(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSigmoid(Vector512<float> z) => HardSigmoidOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector HardSigmoidOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.Multiply(TLanes.Min(6f, TLanes.Max(0f, TLanes.Add(z, 3f))), 0.166666672f);
    }
}
