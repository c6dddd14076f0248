using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Two vectors of agents: each lane has parameters of its own, so that the left operand of a product is vectors too.</summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TWords">Their words.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. A block is whole: there is no tail.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TwoOfAgents<TVector, TWords> : IVectorGroup<TwoOfAgents<TVector, TWords>>
    where TVector : struct
    where TWords : struct, IVectors<TVector>
{
    private TVector _a;
    private TVector _b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TwoOfAgents(TVector a, TVector b)
    {
        _a = a;
        _b = b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TwoOfAgents<TVector, TWords> IVectorGroup<TwoOfAgents<TVector, TWords>>.Load(ref float at, int offset, int tail) =>
        new(TWords.Load(ref at, offset), TWords.Load(ref at, offset + TWords.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<TwoOfAgents<TVector, TWords>>.Store(TwoOfAgents<TVector, TWords> value, ref float at, int offset, int tail)
    {
        TWords.Store(value._a, ref at, offset);
        TWords.Store(value._b, ref at, offset + TWords.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TwoOfAgents<TVector, TWords> IVectorGroup<TwoOfAgents<TVector, TWords>>.Spread(ref float at, int offset)
    {
        TVector spread = TWords.Spread(ref at, offset);
        return new(spread, spread);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<TwoOfAgents<TVector, TWords>>.AddProduct(ref TwoOfAgents<TVector, TWords> sum, TwoOfAgents<TVector, TWords> right, ref float left, int offset)
    {
        sum._a = TWords.MultiplyAdd(right._a, TWords.Load(ref left, offset), sum._a);
        sum._b = TWords.MultiplyAdd(right._b, TWords.Load(ref left, offset + TWords.Lanes), sum._b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TwoOfAgents<TVector, TWords> IVectorGroup<TwoOfAgents<TVector, TWords>>.Multiply(TwoOfAgents<TVector, TWords> a, TwoOfAgents<TVector, TWords> b) =>
        new(TWords.Multiply(a._a, b._a), TWords.Multiply(a._b, b._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TwoOfAgents<TVector, TWords> IVectorGroup<TwoOfAgents<TVector, TWords>>.Of<TFunction>(TwoOfAgents<TVector, TWords> x) =>
        new(TWords.Of<TFunction>(x._a), TWords.Of<TFunction>(x._b));
}
