using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Wᵀ δ ⊙ g′: the third operand has what the slopes are computed from, where the results have theirs.</summary>
/// <typeparam name="TFunction">The slope.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Error<TFunction> : ITileUse
    where TFunction : struct, ITileFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TGroup ITileUse.Start<TGroup>(ref float other, ref float result, int row, int offset, int tail) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TGroup ITileUse.Finish<TGroup>(TGroup sum, ref float other, int offset) => TGroup.Multiply(sum, TGroup.Of<TFunction>(TGroup.Load(ref other, offset, 0)));
}
