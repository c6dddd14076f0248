using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>The slope of <see cref="Relu6"/> where its output is x.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Relu6Slope : ITileFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ITileFunction.Of(Vector128<float> x) => VectorMath.Relu6Slope(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ITileFunction.Of(Vector256<float> x) => VectorMath.Relu6Slope(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ITileFunction.Of(Vector512<float> x) => VectorMath.Relu6Slope(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> ITileFunction.Deterministic(Vector128<float> x) => DeterministicVectorMath.Relu6Slope(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> ITileFunction.Deterministic(Vector256<float> x) => DeterministicVectorMath.Relu6Slope(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> ITileFunction.Deterministic(Vector512<float> x) => DeterministicVectorMath.Relu6Slope(x);
}
