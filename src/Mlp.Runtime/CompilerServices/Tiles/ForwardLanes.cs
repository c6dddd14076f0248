using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>g(W h + b) with samples in the columns: the third operand has a bias for each row.</summary>
/// <typeparam name="TFunction">The activation.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ForwardLanes<TFunction> : ITileUse
    where TFunction : struct, ITileFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TGroup ITileUse.Start<TGroup>(ref float other, ref float result, int row, int offset, int tail) => TGroup.Spread(ref other, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TGroup ITileUse.Finish<TGroup>(TGroup sum, ref float other, int offset) => TGroup.Of<TFunction>(sum);
}
