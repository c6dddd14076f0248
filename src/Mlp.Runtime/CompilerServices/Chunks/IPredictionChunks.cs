using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>Chunks of samples whose outputs are wanted.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPredictionChunks : IChunks
{
    /// <summary>The output activation of the logits, to where the caller wants it.</summary>
    /// <param name="scratch">The scratch memory with the logits of a chunk; they are not kept.</param>
    /// <param name="outputs">Receives ŷ, sample after sample.</param>
    /// <param name="samples">How many there are.</param>
    static abstract void Store(ref float scratch, ref float outputs, int samples);
}
