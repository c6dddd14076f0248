using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>
/// A network's way through a batch at one vector width: a chunk of samples at a time, through scratch memory. Emitted code says what a
/// chunk is; <see cref="Chunks"/> has the loops over chunks.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IChunks
{
    /// <summary>The inputs of a sample.</summary>
    static abstract int InputSize { get; }

    /// <summary>The outputs of a sample.</summary>
    static abstract int OutputSize { get; }

    /// <summary>The most samples of a chunk.</summary>
    static abstract int ChunkSamples { get; }

    /// <summary>What a call does once, before its chunks: copies of weights in another order. Without any it does nothing.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="scratch">The scratch memory of a chunk, which stands on a cache line.</param>
    static virtual void Prepare(ref float parameters, ref float scratch)
    {
    }

    /// <summary>What the samples of a chunk drop, before they go forward on their way there and back. A network that drops nothing does nothing.</summary>
    /// <param name="masks">The masks, from the first sample of the chunk on.</param>
    /// <param name="scratch">The scratch memory.</param>
    /// <param name="samples">How many there are, 1 to <see cref="ChunkSamples"/>.</param>
    static virtual void Draw(DropoutMasks masks, ref float scratch, int samples)
    {
    }

    /// <summary>The layers, up to the logits, which stay in scratch memory.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples, one behind the other.</param>
    /// <param name="scratch">The scratch memory.</param>
    /// <param name="samples">How many there are, 1 to <see cref="ChunkSamples"/>.</param>
    static abstract void Forward(ref float parameters, ref float inputs, ref float scratch, int samples);
}
