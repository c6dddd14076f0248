using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// λ z for z > 0, otherwise λα (eᶻ − 1), with eᶻ − 1 as ELU has it [Klambauer et al. 2017].
public static partial class VectorMath
{
    /// <summary>λ of SELU.</summary>
    internal const float SeluScale = 1.05070102f;

    /// <summary>λα of SELU; its values are above −λα.</summary>
    internal const float SeluDepth = 1.7580993f;

    /// <summary>SELU: λ z for z &gt; 0, otherwise λα (eᶻ − 1), λ = 1.0507… and λα = 1.7580…; within 2 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The SELU of each lane, −λα or more.</returns>
    /// <remarks>SELU(±0) = ±0; −λα below −17.33; ±∞ gives +∞ and −λα; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Selu(float z) => SeluOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="Selu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Selu(Vector128<float> z) => SeluOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Selu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Selu(Vector256<float> z) => SeluOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Selu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Selu(Vector512<float> z) => SeluOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SeluOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector negative = TLanes.Multiply(Expm1OfNonPositive<TVector, TLanes>(TLanes.Min(0f, z)), SeluDepth);
        return TLanes.WhereLess(z, TLanes.Create(0f), negative, TLanes.Multiply(z, SeluScale));
    }
}
