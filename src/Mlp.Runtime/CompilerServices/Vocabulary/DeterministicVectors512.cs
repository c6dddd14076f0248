using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>The words of <see cref="Vectors512"/> for deterministic networks: a product is rounded before it is added, whatever the hardware can do.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// Offsets are in floats, and are not checked.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DeterministicVectors512 : IVectors<Vector512<float>>
{
    static int IVectors<Vector512<float>>.Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<float>.Count;
    }

    /// <summary>Sixteen floats from a place on.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float at, int offset = 0) => Vector512.LoadUnsafe(ref Unsafe.Add(ref at, offset));

    /// <summary>Writes Sixteen floats from a place on.</summary>
    /// <param name="value">The floats.</param>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float at, int offset = 0) => value.StoreUnsafe(ref Unsafe.Add(ref at, offset));

    /// <summary>One float of memory in every lane.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the one is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Spread(ref float at, int offset = 0) => Vector512.Create(Unsafe.Add(ref at, offset));

    /// <summary>A number in every lane.</summary>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Fill(float number) => Vector512.Create(number);

    /// <summary>a · b, rounded, + c.</summary>
    /// <param name="a">A factor.</param>
    /// <param name="b">The other factor.</param>
    /// <param name="c">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) => (a * b) + c;

    /// <summary>The larger of two numbers in each lane; NaN where one is NaN.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Other numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Vector512.Max(a, b);

    /// <summary>The lanes of one vector where all bits of the mask are set, those of another where none is.</summary>
    /// <param name="mask">Lanes whose bits are all set or all clear.</param>
    /// <param name="then">Where they are set.</param>
    /// <param name="otherwise">Where they are clear.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Select(Vector512<float> mask, Vector512<float> then, Vector512<float> otherwise) => Vector512.ConditionalSelect(mask, then, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IVectors<Vector512<float>>.LoadFirst(ref float at, int offset, int count) => VectorLanes.LoadFirst512(ref Unsafe.Add(ref at, offset), count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectors<Vector512<float>>.StoreFirst(Vector512<float> value, ref float at, int offset, int count) => value.StoreFirst(ref Unsafe.Add(ref at, offset), count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IVectors<Vector512<float>>.Min(Vector512<float> a, Vector512<float> b) => Vector512.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IVectors<Vector512<float>>.WhereBetween(Vector512<float> a, Vector512<float> low, Vector512<float> high, Vector512<float> value) =>
        Vector512.GreaterThan(a, low) & Vector512.LessThan(a, high) & value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IVectors<Vector512<float>>.EverySecond(Vector512<float> x) => Vector512.Shuffle(x, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 0, 2, 4, 6, 8, 10, 12, 14));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IVectors<Vector512<float>>.WhereSame(Vector512<float> a, Vector512<float> b, Vector512<float> value) =>
        (Vector512.Equals(a, b) | ~(Vector512.Equals(a, a) | Vector512.Equals(b, b))) & value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IVectors<Vector512<float>>.WhereOther(Vector512<float> a, Vector512<float> b, Vector512<float> value) =>
        Vector512.AndNot(value, Vector512.Equals(a, b) | ~(Vector512.Equals(a, a) | Vector512.Equals(b, b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IVectors<Vector512<float>>.Multiply(Vector512<float> a, Vector512<float> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IVectors<Vector512<float>>.Add(Vector512<float> a, Vector512<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector512<float>>.SumTogether(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) => VectorLanes.SumTogether(a, b, c, d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<float> IVectors<Vector512<float>>.Of<TFunction>(Vector512<float> x) => TFunction.Deterministic(x);
}
