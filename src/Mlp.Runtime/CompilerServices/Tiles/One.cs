using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>One vector of columns.</summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TWords">Their words.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct One<TVector, TWords> : IVectorGroup<One<TVector, TWords>>
    where TVector : struct
    where TWords : struct, IVectors<TVector>
{
    private TVector _a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private One(TVector a)
    {
        _a = a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static One<TVector, TWords> IVectorGroup<One<TVector, TWords>>.Load(ref float at, int offset, int tail) =>
        new(tail == 0 ? TWords.Load(ref at, offset) : TWords.LoadFirst(ref at, offset, tail));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<One<TVector, TWords>>.Store(One<TVector, TWords> value, ref float at, int offset, int tail)
    {
        if (tail == 0)
        {
            TWords.Store(value._a, ref at, offset);
        }
        else
        {
            TWords.StoreFirst(value._a, ref at, offset, tail);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static One<TVector, TWords> IVectorGroup<One<TVector, TWords>>.Spread(ref float at, int offset) => new(TWords.Spread(ref at, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<One<TVector, TWords>>.AddProduct(ref One<TVector, TWords> sum, One<TVector, TWords> right, ref float left, int offset)
    {
        TVector spread = TWords.Spread(ref left, offset);
        sum._a = TWords.MultiplyAdd(right._a, spread, sum._a);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static One<TVector, TWords> IVectorGroup<One<TVector, TWords>>.Multiply(One<TVector, TWords> a, One<TVector, TWords> b) =>
        new(TWords.Multiply(a._a, b._a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static One<TVector, TWords> IVectorGroup<One<TVector, TWords>>.Of<TFunction>(One<TVector, TWords> x) =>
        new(TWords.Of<TFunction>(x._a));
}
