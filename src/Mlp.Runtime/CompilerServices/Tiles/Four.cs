using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Four vectors of columns.</summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TWords">Their words.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Four<TVector, TWords> : IVectorGroup<Four<TVector, TWords>>
    where TVector : struct
    where TWords : struct, IVectors<TVector>
{
    private TVector _a;
    private TVector _b;
    private TVector _c;
    private TVector _d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Four(TVector a, TVector b, TVector c, TVector d)
    {
        _a = a;
        _b = b;
        _c = c;
        _d = d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Four<TVector, TWords> IVectorGroup<Four<TVector, TWords>>.Load(ref float at, int offset, int tail) =>
        new(
            TWords.Load(ref at, offset),
            TWords.Load(ref at, offset + TWords.Lanes),
            TWords.Load(ref at, offset + (2 * TWords.Lanes)),
            tail == 0 ? TWords.Load(ref at, offset + (3 * TWords.Lanes)) : TWords.LoadFirst(ref at, offset + (3 * TWords.Lanes), tail));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<Four<TVector, TWords>>.Store(Four<TVector, TWords> value, ref float at, int offset, int tail)
    {
        TWords.Store(value._a, ref at, offset);
        TWords.Store(value._b, ref at, offset + TWords.Lanes);
        TWords.Store(value._c, ref at, offset + (2 * TWords.Lanes));
        if (tail == 0)
        {
            TWords.Store(value._d, ref at, offset + (3 * TWords.Lanes));
        }
        else
        {
            TWords.StoreFirst(value._d, ref at, offset + (3 * TWords.Lanes), tail);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Four<TVector, TWords> IVectorGroup<Four<TVector, TWords>>.Spread(ref float at, int offset)
    {
        TVector spread = TWords.Spread(ref at, offset);
        return new(spread, spread, spread, spread);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<Four<TVector, TWords>>.AddProduct(ref Four<TVector, TWords> sum, Four<TVector, TWords> right, ref float left, int offset)
    {
        TVector spread = TWords.Spread(ref left, offset);
        sum._a = TWords.MultiplyAdd(right._a, spread, sum._a);
        sum._b = TWords.MultiplyAdd(right._b, spread, sum._b);
        sum._c = TWords.MultiplyAdd(right._c, spread, sum._c);
        sum._d = TWords.MultiplyAdd(right._d, spread, sum._d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Four<TVector, TWords> IVectorGroup<Four<TVector, TWords>>.Multiply(Four<TVector, TWords> a, Four<TVector, TWords> b) =>
        new(
        TWords.Multiply(a._a, b._a),
        TWords.Multiply(a._b, b._b),
        TWords.Multiply(a._c, b._c),
        TWords.Multiply(a._d, b._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Four<TVector, TWords> IVectorGroup<Four<TVector, TWords>>.Of<TFunction>(Four<TVector, TWords> x) =>
        new(
        TWords.Of<TFunction>(x._a),
        TWords.Of<TFunction>(x._b),
        TWords.Of<TFunction>(x._c),
        TWords.Of<TFunction>(x._d));
}
