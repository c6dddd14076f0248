using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// The operands stand in this order because the hardware maximum of x86 returns the second where one is NaN; Arm64 and the
// scalar comparison pass a NaN on in either order.
public static partial class VectorMath
{
    /// <summary>ReLU, max(0, z); exact [Lu 15].</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The ReLU of each lane.</returns>
    /// <remarks>NaN gives NaN. ReLU(−0) is a zero of either sign.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Relu(float z) => ReluOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="Relu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu(Vector128<float> z) => ReluOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Relu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu(Vector256<float> z) => ReluOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Relu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu(Vector512<float> z) => ReluOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ReluOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        return TLanes.Max(0f, z);
    }
}
