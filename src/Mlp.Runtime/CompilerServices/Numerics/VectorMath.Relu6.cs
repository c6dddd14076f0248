using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// The operands of the bounds stand first, so that a NaN is passed on.
public static partial class VectorMath
{
    /// <summary>ReLU6, min(max(0, z), 6); exact.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The ReLU6 of each lane, 0 to 6.</returns>
    /// <remarks>NaN gives NaN. ReLU6(−0) is a zero of either sign.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Relu6(float z) => Relu6Of<float, ScalarLanes>(z);

    /// <inheritdoc cref="Relu6(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu6(Vector128<float> z) => Relu6Of<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Relu6(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu6(Vector256<float> z) => Relu6Of<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Relu6(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu6(Vector512<float> z) => Relu6Of<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Relu6Of<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.Min(6f, TLanes.Max(0f, z));
    }
}
