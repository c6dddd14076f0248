using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>W + Σ δ hᵀ in place: no third operand is read.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Update : ITileUse
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TGroup ITileUse.Start<TGroup>(ref float other, ref float result, int row, int offset, int tail) => TGroup.Load(ref result, offset, tail);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TGroup ITileUse.Finish<TGroup>(TGroup sum, ref float other, int offset) => sum;
}
