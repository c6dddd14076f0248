using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// z for z > 0, otherwise eᶻ − 1 as in VectorMath.cs, of min(z, 0) so that one exponential serves every lane.
public static partial class VectorMath
{
    /// <summary>ELU with α = 1: z for z &gt; 0, otherwise eᶻ − 1; within 2 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <returns>The ELU of each lane, above −1 or −1.</returns>
    /// <remarks>ELU(±0) = ±0; −1 below −17.33; z itself above 0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Elu(float z) => EluOf<float, ScalarLanes>(z);

    /// <inheritdoc cref="Elu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Elu(Vector128<float> z) => EluOf<Vector128<float>, Lanes128>(z);

    /// <inheritdoc cref="Elu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Elu(Vector256<float> z) => EluOf<Vector256<float>, Lanes256>(z);

    /// <inheritdoc cref="Elu(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Elu(Vector512<float> z) => EluOf<Vector512<float>, Lanes512>(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector EluOf<TVector, TLanes>(TVector z)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector negative = Expm1OfNonPositive<TVector, TLanes>(TLanes.Min(0f, z));
        return TLanes.WhereLess(z, TLanes.Create(0f), negative, z);
    }

    /// <summary>ELU: z for z &gt; 0, otherwise α (eᶻ − 1); within 2 ulp.</summary>
    /// <param name="z">Any number.</param>
    /// <param name="alpha">α: above 0, finite.</param>
    /// <returns>The ELU of each lane, −α or more.</returns>
    /// <remarks>ELU(±0) = ±0; −α below −17.33; z itself above 0; NaN gives NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Elu(float z, float alpha) => EluOf<float, ScalarLanes>(z, alpha);

    /// <inheritdoc cref="Elu(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Elu(Vector128<float> z, float alpha) => EluOf<Vector128<float>, Lanes128>(z, alpha);

    /// <inheritdoc cref="Elu(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Elu(Vector256<float> z, float alpha) => EluOf<Vector256<float>, Lanes256>(z, alpha);

    /// <inheritdoc cref="Elu(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Elu(Vector512<float> z, float alpha) => EluOf<Vector512<float>, Lanes512>(z, alpha);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector EluOf<TVector, TLanes>(TVector z, float alpha)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector negative = TLanes.Multiply(Expm1OfNonPositive<TVector, TLanes>(TLanes.Min(0f, z)), alpha);
        return TLanes.WhereLess(z, TLanes.Create(0f), negative, z);
    }
}
