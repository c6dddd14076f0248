using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// z times the hard sigmoid; the clamp at −3 keeps 0 · ∞ out.
public static partial class VectorMath
{
    /// <summary>Hard swish, z · min(max(0, z + 3), 6) / 6, within 2.5 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The hard swish of each lane.</returns>
    /// <remarks>HardSwish(±0) = ±0; −0 up to −3 and at −∞; z itself from 3 on; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float HardSwish(float z) => HardSwishOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="HardSwish(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSwish(Vector128<float> z) => HardSwishOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="HardSwish(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSwish(Vector256<float> z) => HardSwishOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="HardSwish(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwish(Vector512<float> z) => HardSwishOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector HardSwishOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector gate = TLanes.Multiply(TLanes.Min(6f, TLanes.Max(0f, TLanes.Add(z, 3f))), 0.166666672f);
        return TLanes.Multiply(TLanes.Max(-3f, z), gate);
    }
}
