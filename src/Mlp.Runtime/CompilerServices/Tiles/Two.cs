using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Two vectors of columns.</summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TWords">Their words.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Two<TVector, TWords> : IVectorGroup<Two<TVector, TWords>>
    where TVector : struct
    where TWords : struct, IVectors<TVector>
{
    private TVector _a;
    private TVector _b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Two(TVector a, TVector b)
    {
        _a = a;
        _b = b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Two<TVector, TWords> IVectorGroup<Two<TVector, TWords>>.Load(ref float at, int offset, int tail) =>
        new(
            TWords.Load(ref at, offset),
            tail == 0 ? TWords.Load(ref at, offset + TWords.Lanes) : TWords.LoadFirst(ref at, offset + TWords.Lanes, tail));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<Two<TVector, TWords>>.Store(Two<TVector, TWords> value, ref float at, int offset, int tail)
    {
        TWords.Store(value._a, ref at, offset);
        if (tail == 0)
        {
            TWords.Store(value._b, ref at, offset + TWords.Lanes);
        }
        else
        {
            TWords.StoreFirst(value._b, ref at, offset + TWords.Lanes, tail);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Two<TVector, TWords> IVectorGroup<Two<TVector, TWords>>.Spread(ref float at, int offset)
    {
        TVector spread = TWords.Spread(ref at, offset);
        return new(spread, spread);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<Two<TVector, TWords>>.AddProduct(ref Two<TVector, TWords> sum, Two<TVector, TWords> right, ref float left, int offset)
    {
        TVector spread = TWords.Spread(ref left, offset);
        sum._a = TWords.MultiplyAdd(right._a, spread, sum._a);
        sum._b = TWords.MultiplyAdd(right._b, spread, sum._b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Two<TVector, TWords> IVectorGroup<Two<TVector, TWords>>.Multiply(Two<TVector, TWords> a, Two<TVector, TWords> b) =>
        new(TWords.Multiply(a._a, b._a), TWords.Multiply(a._b, b._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Two<TVector, TWords> IVectorGroup<Two<TVector, TWords>>.Of<TFunction>(Two<TVector, TWords> x) =>
        new(TWords.Of<TFunction>(x._a), TWords.Of<TFunction>(x._b));
}
