using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>The words of <see cref="Vectors256"/> for deterministic networks: a product is rounded before it is added, whatever the hardware can do.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// Offsets are in floats, and are not checked.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DeterministicVectors256 : IVectors<Vector256<float>>
{
    static int IVectors<Vector256<float>>.Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<float>.Count;
    }

    /// <summary>Eight floats from a place on.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float at, int offset = 0) => Vector256.LoadUnsafe(ref Unsafe.Add(ref at, offset));

    /// <summary>Writes Eight floats from a place on.</summary>
    /// <param name="value">The floats.</param>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float at, int offset = 0) => value.StoreUnsafe(ref Unsafe.Add(ref at, offset));

    /// <summary>One float of memory in every lane.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the one is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Spread(ref float at, int offset = 0) => Vector256.Create(Unsafe.Add(ref at, offset));

    /// <summary>A number in every lane.</summary>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Fill(float number) => Vector256.Create(number);

    /// <summary>a · b, rounded, + c.</summary>
    /// <param name="a">A factor.</param>
    /// <param name="b">The other factor.</param>
    /// <param name="c">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) => (a * b) + c;

    /// <summary>The larger of two numbers in each lane; NaN where one is NaN.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Other numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Vector256.Max(a, b);

    /// <summary>The lanes of one vector where all bits of the mask are set, those of another where none is.</summary>
    /// <param name="mask">Lanes whose bits are all set or all clear.</param>
    /// <param name="then">Where they are set.</param>
    /// <param name="otherwise">Where they are clear.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Select(Vector256<float> mask, Vector256<float> then, Vector256<float> otherwise) => Vector256.ConditionalSelect(mask, then, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> IVectors<Vector256<float>>.LoadFirst(ref float at, int offset, int count) => VectorLanes.LoadFirst256(ref Unsafe.Add(ref at, offset), count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectors<Vector256<float>>.StoreFirst(Vector256<float> value, ref float at, int offset, int count) => value.StoreFirst(ref Unsafe.Add(ref at, offset), count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> IVectors<Vector256<float>>.Min(Vector256<float> a, Vector256<float> b) => Vector256.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> IVectors<Vector256<float>>.WhereBetween(Vector256<float> a, Vector256<float> low, Vector256<float> high, Vector256<float> value) =>
        Vector256.GreaterThan(a, low) & Vector256.LessThan(a, high) & value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> IVectors<Vector256<float>>.EverySecond(Vector256<float> x) => Vector256.Shuffle(x, Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> IVectors<Vector256<float>>.WhereSame(Vector256<float> a, Vector256<float> b, Vector256<float> value) =>
        (Vector256.Equals(a, b) | ~(Vector256.Equals(a, a) | Vector256.Equals(b, b))) & value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> IVectors<Vector256<float>>.WhereOther(Vector256<float> a, Vector256<float> b, Vector256<float> value) =>
        Vector256.AndNot(value, Vector256.Equals(a, b) | ~(Vector256.Equals(a, a) | Vector256.Equals(b, b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> IVectors<Vector256<float>>.Multiply(Vector256<float> a, Vector256<float> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> IVectors<Vector256<float>>.Add(Vector256<float> a, Vector256<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector256<float>>.SumTogether(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) => VectorLanes.SumTogether(a, b, c, d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> IVectors<Vector256<float>>.Of<TFunction>(Vector256<float> x) => TFunction.Deterministic(x);
}
