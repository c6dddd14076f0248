using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// What decays by a factor each step, and rounds, sticks at a few units of the smallest subnormal; arithmetic with those is
// many times slower on most processors, and would be for ever.
public static partial class VectorMath
{
    /// <summary>0 for a subnormal number, every other one unchanged; exact.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>Each lane, or zero where its magnitude is below 2⁻¹²⁶.</returns>
    /// <remarks>NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float ZeroSubnormal(float x) => ZeroSubnormalOf<float, ScalarLanes>(x);

    /// <inheritdoc cref="ZeroSubnormal(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> ZeroSubnormal(Vector128<float> x) => ZeroSubnormalOf<Vector128<float>, Lanes128>(x);

    /// <inheritdoc cref="ZeroSubnormal(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> ZeroSubnormal(Vector256<float> x) => ZeroSubnormalOf<Vector256<float>, Lanes256>(x);

    /// <inheritdoc cref="ZeroSubnormal(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> ZeroSubnormal(Vector512<float> x) => ZeroSubnormalOf<Vector512<float>, Lanes512>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ZeroSubnormalOf<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        const float SmallestNormal = 1.17549435e-38f;
        return TLanes.WhereLess(TLanes.Abs(x), TLanes.Create(SmallestNormal), TLanes.Create(0f), x);
    }
}
