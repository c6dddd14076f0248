using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>
/// Vectors that are filled only in part, and what goes across the lanes of a vector: loads and stores of the first lanes,
/// horizontal maxima and sums.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// Counts are not checked: emitted code passes constants. A constant count folds to one to four moves.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorLanes
{
    /// <summary>Reads <paramref name="count"/> floats, and no more, into the first lanes; the others are 0.</summary>
    /// <param name="source">The first float.</param>
    /// <param name="count">1 to 4.</param>
    /// <returns>The floats, then zeros.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LoadFirst128(ref readonly float source, int count)
    {
        if (count >= 4)
        {
            return Vector128.LoadUnsafe(in source);
        }

        ref float first = ref Unsafe.AsRef(in source);
        if (count == 1)
        {
            return Vector128.CreateScalar(first);
        }

        Vector128<float> two = Vector128.CreateScalar(Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref first))).AsSingle();
        return count == 2 ? two : two.WithElement(2, Unsafe.Add(ref first, 2));
    }

    /// <summary>Reads <paramref name="count"/> floats, and no more, into the first lanes; the others are 0.</summary>
    /// <param name="source">The first float.</param>
    /// <param name="count">1 to 8.</param>
    /// <returns>The floats, then zeros.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadFirst256(ref readonly float source, int count)
    {
        if (count >= 8)
        {
            return Vector256.LoadUnsafe(in source);
        }

        if (count <= 4)
        {
            return LoadFirst128(in source, count).ToVector256();
        }

        ref float fifth = ref Unsafe.Add(ref Unsafe.AsRef(in source), 4);
        return Vector256.Create(Vector128.LoadUnsafe(in source), LoadFirst128(in fifth, count - 4));
    }

    /// <summary>Reads <paramref name="count"/> floats, and no more, into the first lanes; the others are 0.</summary>
    /// <param name="source">The first float.</param>
    /// <param name="count">1 to 16.</param>
    /// <returns>The floats, then zeros.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadFirst512(ref readonly float source, int count)
    {
        if (count >= 16)
        {
            return Vector512.LoadUnsafe(in source);
        }

        if (count <= 8)
        {
            return LoadFirst256(in source, count).ToVector512();
        }

        ref float ninth = ref Unsafe.Add(ref Unsafe.AsRef(in source), 8);
        return Vector256.LoadUnsafe(in source).ToVector512Unsafe().WithUpper(LoadFirst256(in ninth, count - 8));
    }

    /// <summary>Writes the first <paramref name="count"/> lanes, and no more.</summary>
    /// <param name="vector">The lanes.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">1 to 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(this Vector128<float> vector, ref float destination, int count)
    {
        if (count >= 4)
        {
            vector.StoreUnsafe(ref destination);
        }
        else if (count == 1)
        {
            destination = vector.ToScalar();
        }
        else
        {
            Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), vector.AsDouble().ToScalar());
            if (count == 3)
            {
                Unsafe.Add(ref destination, 2) = vector.GetElement(2);
            }
        }
    }

    /// <summary>Writes the first <paramref name="count"/> lanes, and no more.</summary>
    /// <param name="vector">The lanes.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">1 to 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(this Vector256<float> vector, ref float destination, int count)
    {
        if (count >= 8)
        {
            vector.StoreUnsafe(ref destination);
        }
        else if (count <= 4)
        {
            vector.GetLower().StoreFirst(ref destination, count);
        }
        else
        {
            vector.GetLower().StoreUnsafe(ref destination);
            vector.GetUpper().StoreFirst(ref Unsafe.Add(ref destination, 4), count - 4);
        }
    }

    /// <summary>Writes the first <paramref name="count"/> lanes, and no more.</summary>
    /// <param name="vector">The lanes.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(this Vector512<float> vector, ref float destination, int count)
    {
        if (count >= 16)
        {
            vector.StoreUnsafe(ref destination);
        }
        else if (count <= 8)
        {
            vector.GetLower().StoreFirst(ref destination, count);
        }
        else
        {
            vector.GetLower().StoreUnsafe(ref destination);
            vector.GetUpper().StoreFirst(ref Unsafe.Add(ref destination, 8), count - 8);
        }
    }

    /// <summary>A mask: all bits of the first <paramref name="count"/> lanes set, the others clear.</summary>
    /// <param name="count">0 to 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FirstLanes128(int count) =>
        Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).AsSingle();

    /// <summary>A mask: all bits of the first <paramref name="count"/> lanes set, the others clear.</summary>
    /// <param name="count">0 to 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FirstLanes256(int count) =>
        Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle();

    /// <summary>A mask: all bits of the first <paramref name="count"/> lanes set, the others clear.</summary>
    /// <param name="count">0 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FirstLanes512(int count) =>
        Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();
}
