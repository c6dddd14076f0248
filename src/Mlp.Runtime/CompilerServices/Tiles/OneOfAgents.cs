using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>One vector of agents: each lane has parameters of its own, so that the left operand of a product is vectors too.</summary>
/// <typeparam name="TVector">The vectors.</typeparam>
/// <typeparam name="TWords">Their words.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. A block is whole: there is no tail.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct OneOfAgents<TVector, TWords> : IVectorGroup<OneOfAgents<TVector, TWords>>
    where TVector : struct
    where TWords : struct, IVectors<TVector>
{
    private TVector _a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private OneOfAgents(TVector a)
    {
        _a = a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static OneOfAgents<TVector, TWords> IVectorGroup<OneOfAgents<TVector, TWords>>.Load(ref float at, int offset, int tail) =>
        new(TWords.Load(ref at, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<OneOfAgents<TVector, TWords>>.Store(OneOfAgents<TVector, TWords> value, ref float at, int offset, int tail)
    {
        TWords.Store(value._a, ref at, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static OneOfAgents<TVector, TWords> IVectorGroup<OneOfAgents<TVector, TWords>>.Spread(ref float at, int offset)
    {
        TVector spread = TWords.Spread(ref at, offset);
        return new(spread);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IVectorGroup<OneOfAgents<TVector, TWords>>.AddProduct(ref OneOfAgents<TVector, TWords> sum, OneOfAgents<TVector, TWords> right, ref float left, int offset)
    {
        sum._a = TWords.MultiplyAdd(right._a, TWords.Load(ref left, offset), sum._a);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static OneOfAgents<TVector, TWords> IVectorGroup<OneOfAgents<TVector, TWords>>.Multiply(OneOfAgents<TVector, TWords> a, OneOfAgents<TVector, TWords> b) =>
        new(TWords.Multiply(a._a, b._a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static OneOfAgents<TVector, TWords> IVectorGroup<OneOfAgents<TVector, TWords>>.Of<TFunction>(OneOfAgents<TVector, TWords> x) =>
        new(TWords.Of<TFunction>(x._a));
}
