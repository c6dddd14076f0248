using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>The activation z for z &gt; 0, otherwise 0.01 z.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LeakyRelu : ITileFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ITileFunction.Of(Vector128<float> x) => VectorMath.LeakyRelu(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ITileFunction.Of(Vector256<float> x) => VectorMath.LeakyRelu(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ITileFunction.Of(Vector512<float> x) => VectorMath.LeakyRelu(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ITileFunction.Deterministic(Vector128<float> x) => DeterministicVectorMath.LeakyRelu(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ITileFunction.Deterministic(Vector256<float> x) => DeterministicVectorMath.LeakyRelu(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ITileFunction.Deterministic(Vector512<float> x) => DeterministicVectorMath.LeakyRelu(x);
}
