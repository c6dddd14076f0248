using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>g(W h + b) with agents in the columns: the third operand has a bias of each agent for each row.</summary>
/// <typeparam name="TFunction">The activation.</typeparam>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ForwardAgents<TFunction> : ITileUse
    where TFunction : struct, ITileFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TGroup ITileUse.Start<TGroup>(ref float other, ref float result, int row, int offset, int tail) =>
        TGroup.Load(ref other, row * PopulationKernel.BlockAgents, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TGroup ITileUse.Finish<TGroup>(TGroup sum, ref float other, int offset) => TGroup.Of<TFunction>(sum);
}
