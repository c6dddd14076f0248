using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// Past 10⁹ it is 1 either way; the bound keeps ∞ / ∞ out.
public static partial class VectorMath
{
    /// <summary>Softsign, z / (1 + |z|), within 1.5 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The softsign of each lane, −1 to 1.</returns>
    /// <remarks>Odd; Softsign(±0) = ±0; ±1 at ±∞; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Softsign(float z) => SoftsignOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="Softsign(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softsign(Vector128<float> z) => SoftsignOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Softsign(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softsign(Vector256<float> z) => SoftsignOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Softsign(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softsign(Vector512<float> z) => SoftsignOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SoftsignOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector bounded = TLanes.Min(1e9f, TLanes.Max(-1e9f, z));
        return TLanes.Divide(bounded, TLanes.Add(TLanes.Abs(bounded), 1f));
    }
}
