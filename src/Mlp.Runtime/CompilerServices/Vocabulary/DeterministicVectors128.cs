using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>The words of <see cref="Vectors128"/> for deterministic networks: a product is rounded before it is added, whatever the hardware can do.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// Offsets are in floats, and are not checked.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DeterministicVectors128 : IVectors<Vector128<float>>
{
    static int IVectors<Vector128<float>>.Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<float>.Count;
    }

    /// <summary>Four floats from a place on.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float at, int offset = 0) => Vector128.LoadUnsafe(ref Unsafe.Add(ref at, offset));

    /// <summary>Writes Four floats from a place on.</summary>
    /// <param name="value">The floats.</param>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the first one goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float at, int offset = 0) => value.StoreUnsafe(ref Unsafe.Add(ref at, offset));

    /// <summary>One float of memory in every lane.</summary>
    /// <param name="at">A float.</param>
    /// <param name="offset">How many floats behind it the one is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Spread(ref float at, int offset = 0) => Vector128.Create(Unsafe.Add(ref at, offset));

    /// <summary>A number in every lane.</summary>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Fill(float number) => Vector128.Create(number);

    /// <summary>a · b, rounded, + c.</summary>
    /// <param name="a">A factor.</param>
    /// <param name="b">The other factor.</param>
    /// <param name="c">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) => (a * b) + c;

    /// <summary>The larger of two numbers in each lane; NaN where one is NaN.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Other numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) => Vector128.Max(a, b);

    /// <summary>The lanes of one vector where all bits of the mask are set, those of another where none is.</summary>
    /// <param name="mask">Lanes whose bits are all set or all clear.</param>
    /// <param name="then">Where they are set.</param>
    /// <param name="otherwise">Where they are clear.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Select(Vector128<float> mask, Vector128<float> then, Vector128<float> otherwise) => Vector128.ConditionalSelect(mask, then, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.LoadFirst(ref float at, int offset, int count) => VectorLanes.LoadFirst128(ref Unsafe.Add(ref at, offset), count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectors<Vector128<float>>.StoreFirst(Vector128<float> value, ref float at, int offset, int count) => value.StoreFirst(ref Unsafe.Add(ref at, offset), count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.Min(Vector128<float> a, Vector128<float> b) => Vector128.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.WhereBetween(Vector128<float> a, Vector128<float> low, Vector128<float> high, Vector128<float> value) =>
        Vector128.GreaterThan(a, low) & Vector128.LessThan(a, high) & value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.EverySecond(Vector128<float> x) => Vector128.Shuffle(x, Vector128.Create(0, 2, 0, 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.WhereSame(Vector128<float> a, Vector128<float> b, Vector128<float> value) =>
        (Vector128.Equals(a, b) | ~(Vector128.Equals(a, a) | Vector128.Equals(b, b))) & value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.WhereOther(Vector128<float> a, Vector128<float> b, Vector128<float> value) =>
        Vector128.AndNot(value, Vector128.Equals(a, b) | ~(Vector128.Equals(a, a) | Vector128.Equals(b, b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.Multiply(Vector128<float> a, Vector128<float> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.Add(Vector128<float> a, Vector128<float> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.SumTogether(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) => VectorLanes.SumTogether(a, b, c, d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> IVectors<Vector128<float>>.Of<TFunction>(Vector128<float> x) => TFunction.Deterministic(x);
}
