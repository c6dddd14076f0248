using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// It jumps at −3 and at 3, where the flat side counts. The bounds are the floats next to them, so that a NaN is below none.
// It crosses 0 at −1.5: the bound is absolute.
public static partial class VectorMath
{
    /// <summary>The derivative of hard swish from the pre-activation: z/3 + ½ for −3 &lt; z &lt; 3, below 0 and above 1; within 2·10⁻⁷ in absolute terms.</summary>
    /// <param name="z">The pre-activation.</param>
    /// <returns>The slope at each lane, −½ to 1½.</returns>
    /// <remarks>½ at ±0; 0 at −3 and 1 at 3; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float HardSwishSlope(float z) => HardSwishSlopeOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="HardSwishSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSwishSlope(Vector128<float> z) => HardSwishSlopeOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="HardSwishSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSwishSlope(Vector256<float> z) => HardSwishSlopeOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="HardSwishSlope(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwishSlope(Vector512<float> z) => HardSwishSlopeOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector HardSwishSlopeOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector between = TLanes.MultiplyAdd(z, 0.333333343f, 0.5f);
        between = TLanes.WhereLess(z, TLanes.Create(-2.99999976f), TLanes.Create(0f), between);
        return TLanes.WhereLess(TLanes.Create(2.99999976f), z, TLanes.Create(1f), between);
    }
}
