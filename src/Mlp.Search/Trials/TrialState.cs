using System.Linq;
using Orleans;

namespace Mlp.Searching.Trials;

/// <summary>Where a trial stands: with it another host goes on as if nothing had happened.</summary>
/// <param name="Index">Which trial.</param>
/// <param name="Rung">The rung that it is on.</param>
/// <param name="Folds">Where each fold stands, in order.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.TrialState")]
internal sealed record TrialState([property: Id(0)] int Index, [property: Id(1)] int Rung, [property: Id(2)] FoldState[] Folds)
{
    /// <summary>How many bytes of weights and checkpoints it has.</summary>
    internal long Length => Folds.Sum(static fold => (fold.Weights?.LongLength ?? 0) + (fold.Checkpoint?.LongLength ?? 0));
}
