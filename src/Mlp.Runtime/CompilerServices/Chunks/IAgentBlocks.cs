using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>Blocks of agents, each of which has a sample and parameters of its own.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IAgentBlocks : IPredictionChunks
{
    /// <summary>Floats from the parameters of one block to those of the next.</summary>
    static abstract int BlockFloats { get; }
}
