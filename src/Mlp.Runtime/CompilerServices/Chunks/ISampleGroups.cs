using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>A network's way through a fixed number of samples at one vector width: all layers in registers, without scratch memory.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISampleGroups
{
    /// <summary>The inputs of a sample.</summary>
    static abstract int InputSize { get; }

    /// <summary>The outputs of a sample.</summary>
    static abstract int OutputSize { get; }

    /// <summary>The samples that go together.</summary>
    static abstract int GroupSamples { get; }

    /// <summary>ŷ of whole groups.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples, one behind the other.</param>
    /// <param name="outputs">Receives ŷ, sample after sample.</param>
    /// <param name="groups">How many groups there are, 1 or more.</param>
    static abstract void Forward(ref float parameters, ref float inputs, ref float outputs, int groups);
}
