using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>
/// The functions of <see cref="VectorMath"/> for deterministic networks, written in the same formulas: products are rounded before they are added, so
/// that an argument gives the same bits on every hardware.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. The bounds are those of <see cref="VectorMath"/> where nothing is fused.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class DeterministicVectorMath
{
    /// <inheritdoc cref="VectorMath.Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) =>
        VectorMath.ExpOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(x);

    /// <inheritdoc cref="VectorMath.Exp(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) =>
        VectorMath.ExpOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(x);

    /// <inheritdoc cref="VectorMath.Exp(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) =>
        VectorMath.ExpOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(x);

    /// <inheritdoc cref="VectorMath.Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => VectorMath.LogOf<float, DeterministicLanes<float, ScalarLanes>>(x);

    /// <inheritdoc cref="VectorMath.Log(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) =>
        VectorMath.LogOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(x);

    /// <inheritdoc cref="VectorMath.Log(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) =>
        VectorMath.LogOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(x);

    /// <inheritdoc cref="VectorMath.Log(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) =>
        VectorMath.LogOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(x);
}
