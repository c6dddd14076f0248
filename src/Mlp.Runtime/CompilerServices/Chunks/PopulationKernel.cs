using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>The kernels of many networks of one shape at once, chosen by the vectors that the hardware has.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. Nothing is checked. Parameters stand in blocks of
/// <see cref="BlockAgents"/> agents: parameter after parameter in canonical order, of each those of all agents of the block.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PopulationKernel
{
    /// <summary>The agents of a block, whatever the width of vectors.</summary>
    public const int BlockAgents = 16;

    /// <summary>Computes one sample of each agent.</summary>
    /// <param name="parameters">The first parameter of a block, on a cache line.</param>
    /// <param name="inputs">The inputs, agent after agent.</param>
    /// <param name="outputs">Receives the outputs, agent after agent.</param>
    /// <param name="agents">How many there are; the last block may have fewer, but its memory is whole.</param>
    public abstract void StepAgents(ref float parameters, ref float inputs, ref float outputs, int agents);
}
