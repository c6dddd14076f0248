using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>
/// Which values a training step drops: the masks of all of its samples and layers, from some sample of the minibatch on. Nothing is drawn in turn; a mask
/// follows from what it is for. So it is the same whichever slice, chunk, vector width or thread asks, and asking changes nothing.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. The masks must not: a training could not be resumed.
/// <para>
/// With mix(x) = the finalizer of SplitMix64 [Steele, Lea and Flood 2014] of x + 0x9E3779B97F4A7C15, all in 64 bits: the key of a step is
/// mix(mix(seed) ^ step), that of a layer mix(step's key ^ layer), that of a sample mix(layer's key ^ sample). The first step is 0, as are the first
/// layer of the network's description, whatever its kind, and the first sample of the minibatch.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DropoutMasks
{
    private readonly ulong _step;
    private readonly int _first;

    /// <summary>The masks of a step, from the first sample of its minibatch on.</summary>
    /// <param name="seed">The network's seed.</param>
    /// <param name="step">The steps before this one, 0 or more.</param>
    public DropoutMasks(ulong seed, long step)
        : this(Mix(Mix(seed) ^ (ulong)step), first: 0)
    {
    }

    private DropoutMasks(ulong step, int first) => (_step, _first) = (step, first);

    /// <summary>The masks of the same step from a later sample on.</summary>
    /// <param name="samples">How many samples later.</param>
    public DropoutMasks From(int samples) => new(_step, _first + samples);

    /// <summary>The mask of one sample in one layer.</summary>
    /// <param name="layer">The layer, counted from 0.</param>
    /// <param name="sample">The sample, counted from 0 where these begin.</param>
    public DropoutMask Of(int layer, int sample) => new(Mix(Mix(_step ^ (uint)layer) ^ (uint)(_first + sample)));

    private static ulong Mix(ulong bits)
    {
        bits += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
