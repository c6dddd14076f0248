using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Three vectors of columns.</summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TWords">Their words.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Three<TVector, TWords> : IVectorGroup<Three<TVector, TWords>>
    where TVector : struct
    where TWords : struct, IVectors<TVector>
{
    private TVector _a;
    private TVector _b;
    private TVector _c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Three(TVector a, TVector b, TVector c)
    {
        _a = a;
        _b = b;
        _c = c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Three<TVector, TWords> IVectorGroup<Three<TVector, TWords>>.Load(ref float at, int offset, int tail) =>
        new(
            TWords.Load(ref at, offset),
            TWords.Load(ref at, offset + TWords.Lanes),
            tail == 0 ? TWords.Load(ref at, offset + (2 * TWords.Lanes)) : TWords.LoadFirst(ref at, offset + (2 * TWords.Lanes), tail));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<Three<TVector, TWords>>.Store(Three<TVector, TWords> value, ref float at, int offset, int tail)
    {
        TWords.Store(value._a, ref at, offset);
        TWords.Store(value._b, ref at, offset + TWords.Lanes);
        if (tail == 0)
        {
            TWords.Store(value._c, ref at, offset + (2 * TWords.Lanes));
        }
        else
        {
            TWords.StoreFirst(value._c, ref at, offset + (2 * TWords.Lanes), tail);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Three<TVector, TWords> IVectorGroup<Three<TVector, TWords>>.Spread(ref float at, int offset)
    {
        TVector spread = TWords.Spread(ref at, offset);
        return new(spread, spread, spread);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<Three<TVector, TWords>>.AddProduct(ref Three<TVector, TWords> sum, Three<TVector, TWords> right, ref float left, int offset)
    {
        TVector spread = TWords.Spread(ref left, offset);
        sum._a = TWords.MultiplyAdd(right._a, spread, sum._a);
        sum._b = TWords.MultiplyAdd(right._b, spread, sum._b);
        sum._c = TWords.MultiplyAdd(right._c, spread, sum._c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Three<TVector, TWords> IVectorGroup<Three<TVector, TWords>>.Multiply(Three<TVector, TWords> a, Three<TVector, TWords> b) =>
        new(TWords.Multiply(a._a, b._a), TWords.Multiply(a._b, b._b), TWords.Multiply(a._c, b._c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Three<TVector, TWords> IVectorGroup<Three<TVector, TWords>>.Of<TFunction>(Three<TVector, TWords> x) =>
        new(TWords.Of<TFunction>(x._a), TWords.Of<TFunction>(x._b), TWords.Of<TFunction>(x._c));
}
