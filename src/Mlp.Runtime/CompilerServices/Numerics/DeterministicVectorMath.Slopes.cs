using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <content>Derivatives of activations.</content>
public static partial class DeterministicVectorMath
{
    /// <inheritdoc cref="VectorMath.ReluSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ReluSlope(Vector128<float> a) =>
        VectorMath.ReluSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.ReluSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReluSlope(Vector256<float> a) =>
        VectorMath.ReluSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.ReluSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ReluSlope(Vector512<float> a) =>
        VectorMath.ReluSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);

    /// <inheritdoc cref="VectorMath.LeakyReluSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyReluSlope(Vector128<float> a) =>
        VectorMath.LeakyReluSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.LeakyReluSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReluSlope(Vector256<float> a) =>
        VectorMath.LeakyReluSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.LeakyReluSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyReluSlope(Vector512<float> a) =>
        VectorMath.LeakyReluSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);

    /// <inheritdoc cref="VectorMath.LeakyReluSlope(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyReluSlope(Vector128<float> a, float slope) =>
        VectorMath.LeakyReluSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a, slope);

    /// <inheritdoc cref="VectorMath.LeakyReluSlope(Vector256{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyReluSlope(Vector256<float> a, float slope) =>
        VectorMath.LeakyReluSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a, slope);

    /// <inheritdoc cref="VectorMath.LeakyReluSlope(Vector512{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyReluSlope(Vector512<float> a, float slope) =>
        VectorMath.LeakyReluSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a, slope);

    /// <inheritdoc cref="VectorMath.EluSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> EluSlope(Vector128<float> a) =>
        VectorMath.EluSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.EluSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> EluSlope(Vector256<float> a) =>
        VectorMath.EluSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.EluSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> EluSlope(Vector512<float> a) =>
        VectorMath.EluSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);

    /// <inheritdoc cref="VectorMath.EluSlope(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> EluSlope(Vector128<float> a, float alpha) =>
        VectorMath.EluSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a, alpha);

    /// <inheritdoc cref="VectorMath.EluSlope(Vector256{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> EluSlope(Vector256<float> a, float alpha) =>
        VectorMath.EluSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a, alpha);

    /// <inheritdoc cref="VectorMath.EluSlope(Vector512{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> EluSlope(Vector512<float> a, float alpha) =>
        VectorMath.EluSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a, alpha);

    /// <inheritdoc cref="VectorMath.SiluSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SiluSlope(Vector128<float> z) =>
        VectorMath.SiluSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.SiluSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiluSlope(Vector256<float> z) =>
        VectorMath.SiluSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.SiluSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiluSlope(Vector512<float> z) =>
        VectorMath.SiluSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.GeluSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluSlope(Vector128<float> z) =>
        VectorMath.GeluSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.GeluSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluSlope(Vector256<float> z) =>
        VectorMath.GeluSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.GeluSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluSlope(Vector512<float> z) =>
        VectorMath.GeluSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.SoftplusSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SoftplusSlope(Vector128<float> a) =>
        VectorMath.SoftplusSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.SoftplusSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SoftplusSlope(Vector256<float> a) =>
        VectorMath.SoftplusSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.SoftplusSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SoftplusSlope(Vector512<float> a) =>
        VectorMath.SoftplusSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);

    /// <inheritdoc cref="VectorMath.SigmoidSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SigmoidSlope(Vector128<float> a) =>
        VectorMath.SigmoidSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.SigmoidSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SigmoidSlope(Vector256<float> a) =>
        VectorMath.SigmoidSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.SigmoidSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SigmoidSlope(Vector512<float> a) =>
        VectorMath.SigmoidSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);

    /// <inheritdoc cref="VectorMath.TanhSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> TanhSlope(Vector128<float> a) =>
        VectorMath.TanhSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.TanhSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TanhSlope(Vector256<float> a) =>
        VectorMath.TanhSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.TanhSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> TanhSlope(Vector512<float> a) =>
        VectorMath.TanhSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);

    /// <inheritdoc cref="VectorMath.ArcTanSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ArcTanSlope(Vector128<float> z) =>
        VectorMath.ArcTanSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.ArcTanSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ArcTanSlope(Vector256<float> z) =>
        VectorMath.ArcTanSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.ArcTanSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ArcTanSlope(Vector512<float> z) =>
        VectorMath.ArcTanSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.SeluSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SeluSlope(Vector128<float> a) =>
        VectorMath.SeluSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.SeluSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SeluSlope(Vector256<float> a) =>
        VectorMath.SeluSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.SeluSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SeluSlope(Vector512<float> a) =>
        VectorMath.SeluSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);

    /// <inheritdoc cref="VectorMath.Relu6Slope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu6Slope(Vector128<float> a) =>
        VectorMath.Relu6SlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.Relu6Slope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu6Slope(Vector256<float> a) =>
        VectorMath.Relu6SlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.Relu6Slope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu6Slope(Vector512<float> a) =>
        VectorMath.Relu6SlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);

    /// <inheritdoc cref="VectorMath.HardSigmoidSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSigmoidSlope(Vector128<float> a) =>
        VectorMath.HardSigmoidSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.HardSigmoidSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSigmoidSlope(Vector256<float> a) =>
        VectorMath.HardSigmoidSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.HardSigmoidSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSigmoidSlope(Vector512<float> a) =>
        VectorMath.HardSigmoidSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);

    /// <inheritdoc cref="VectorMath.HardSwishSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSwishSlope(Vector128<float> z) =>
        VectorMath.HardSwishSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.HardSwishSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSwishSlope(Vector256<float> z) =>
        VectorMath.HardSwishSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.HardSwishSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwishSlope(Vector512<float> z) =>
        VectorMath.HardSwishSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.MishSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MishSlope(Vector128<float> z) =>
        VectorMath.MishSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.MishSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MishSlope(Vector256<float> z) =>
        VectorMath.MishSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.MishSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MishSlope(Vector512<float> z) =>
        VectorMath.MishSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.SoftsignSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SoftsignSlope(Vector128<float> a) =>
        VectorMath.SoftsignSlopeOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(a);

    /// <inheritdoc cref="VectorMath.SoftsignSlope(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SoftsignSlope(Vector256<float> a) =>
        VectorMath.SoftsignSlopeOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(a);

    /// <inheritdoc cref="VectorMath.SoftsignSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SoftsignSlope(Vector512<float> a) =>
        VectorMath.SoftsignSlopeOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(a);
}
