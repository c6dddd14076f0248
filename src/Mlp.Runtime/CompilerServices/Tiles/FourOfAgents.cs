using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Four vectors of agents: each lane has parameters of its own, so that the left operand of a product is vectors too.</summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TWords">Their words.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. A block is whole: there is no tail.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct FourOfAgents<TVector, TWords> : IVectorGroup<FourOfAgents<TVector, TWords>>
    where TVector : struct
    where TWords : struct, IVectors<TVector>
{
    private TVector _a;
    private TVector _b;
    private TVector _c;
    private TVector _d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FourOfAgents(TVector a, TVector b, TVector c, TVector d)
    {
        _a = a;
        _b = b;
        _c = c;
        _d = d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static FourOfAgents<TVector, TWords> IVectorGroup<FourOfAgents<TVector, TWords>>.Load(ref float at, int offset, int tail) =>
        new(TWords.Load(ref at, offset), TWords.Load(ref at, offset + TWords.Lanes), TWords.Load(ref at, offset + (2 * TWords.Lanes)), TWords.Load(ref at, offset + (3 * TWords.Lanes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<FourOfAgents<TVector, TWords>>.Store(FourOfAgents<TVector, TWords> value, ref float at, int offset, int tail)
    {
        TWords.Store(value._a, ref at, offset);
        TWords.Store(value._b, ref at, offset + TWords.Lanes);
        TWords.Store(value._c, ref at, offset + (2 * TWords.Lanes));
        TWords.Store(value._d, ref at, offset + (3 * TWords.Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static FourOfAgents<TVector, TWords> IVectorGroup<FourOfAgents<TVector, TWords>>.Spread(ref float at, int offset)
    {
        TVector spread = TWords.Spread(ref at, offset);
        return new(spread, spread, spread, spread);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<FourOfAgents<TVector, TWords>>.AddProduct(ref FourOfAgents<TVector, TWords> sum, FourOfAgents<TVector, TWords> right, ref float left, int offset)
    {
        sum._a = TWords.MultiplyAdd(right._a, TWords.Load(ref left, offset), sum._a);
        sum._b = TWords.MultiplyAdd(right._b, TWords.Load(ref left, offset + TWords.Lanes), sum._b);
        sum._c = TWords.MultiplyAdd(right._c, TWords.Load(ref left, offset + (2 * TWords.Lanes)), sum._c);
        sum._d = TWords.MultiplyAdd(right._d, TWords.Load(ref left, offset + (3 * TWords.Lanes)), sum._d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static FourOfAgents<TVector, TWords> IVectorGroup<FourOfAgents<TVector, TWords>>.Multiply(FourOfAgents<TVector, TWords> a, FourOfAgents<TVector, TWords> b) =>
        new(TWords.Multiply(a._a, b._a), TWords.Multiply(a._b, b._b), TWords.Multiply(a._c, b._c), TWords.Multiply(a._d, b._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static FourOfAgents<TVector, TWords> IVectorGroup<FourOfAgents<TVector, TWords>>.Of<TFunction>(FourOfAgents<TVector, TWords> x) =>
        new(TWords.Of<TFunction>(x._a), TWords.Of<TFunction>(x._b), TWords.Of<TFunction>(x._c), TWords.Of<TFunction>(x._d));
}
