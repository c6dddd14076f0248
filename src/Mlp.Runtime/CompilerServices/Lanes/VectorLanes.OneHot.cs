using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

public static partial class VectorLanes
{
    /// <summary>1 in the lane whose index is the label, 0 in the others; all zeros where no lane has that index.</summary>
    /// <param name="label">Any number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> OneHot128(int label) => Vector128.ConditionalSelect(
        Vector128.Equals(Vector128<int>.Indices, Vector128.Create(label)).AsSingle(), Vector128<float>.One, Vector128<float>.Zero);

    /// <inheritdoc cref="OneHot128"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OneHot256(int label) => Vector256.ConditionalSelect(
        Vector256.Equals(Vector256<int>.Indices, Vector256.Create(label)).AsSingle(), Vector256<float>.One, Vector256<float>.Zero);

    /// <inheritdoc cref="OneHot128"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OneHot512(int label) => Vector512.ConditionalSelect(
        Vector512.Equals(Vector512<int>.Indices, Vector512.Create(label)).AsSingle(), Vector512<float>.One, Vector512<float>.Zero);
}
