using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>Chunks of samples whose loss is wanted.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILossChunks : IChunks
{
    /// <summary>Turns logits into scale · w δ in place.</summary>
    /// <param name="scratch">The scratch memory with the logits of a chunk.</param>
    /// <param name="targets">The targets, which count where <paramref name="labels"/> is the null reference.</param>
    /// <param name="labels">The classes; the null reference for a network without.</param>
    /// <param name="sampleWeights">w of each sample; the null reference where all are 1.</param>
    /// <param name="scale">What δ is multiplied by.</param>
    /// <param name="samples">How many samples there are.</param>
    /// <returns>Σ w ℓ; 0 where <see cref="AddErrors"/> does the work.</returns>
    static virtual float Error(ref float scratch, ref float targets, ref int labels, ref float sampleWeights, float scale, int samples) => 0;

    /// <summary>The same for deterministic networks, whose sum over samples must not depend on the chunk.</summary>
    /// <param name="scratch">The scratch memory with the logits of a chunk.</param>
    /// <param name="targets">The targets, which count where <paramref name="labels"/> is the null reference.</param>
    /// <param name="labels">The classes; the null reference for a network without.</param>
    /// <param name="sampleWeights">w of each sample; the null reference where all are 1.</param>
    /// <param name="scale">What δ is multiplied by.</param>
    /// <param name="samples">How many samples there are.</param>
    /// <param name="loss">What w ℓ is added onto, sample after sample.</param>
    static virtual void AddErrors(ref float scratch, ref float targets, ref int labels, ref float sampleWeights, float scale, int samples, ref double loss)
    {
    }
}
