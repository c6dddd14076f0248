using System;
using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>The kernels of many networks of one shape at once, chosen by the vectors that the hardware has.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. Nothing is checked. Parameters stand in blocks of
/// <see cref="BlockAgents"/> agents. A line of a block has one parameter of all of its agents; lines stand in the order in which kernels read them.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PopulationKernel
{
    /// <summary>The agents of a block, whatever the width of vectors.</summary>
    public const int BlockAgents = 16;

    /// <summary>Floats from one block to the next.</summary>
    public abstract int BlockFloats { get; }

    /// <summary>Says where the line of each parameter begins in a block.</summary>
    /// <param name="lines">Receives the place of each parameter, in canonical order.</param>
    public abstract void FindLines(Span<int> lines);

    /// <summary>Computes one sample of each agent.</summary>
    /// <param name="parameters">The first parameter of a block, on a cache line.</param>
    /// <param name="inputs">The inputs, agent after agent.</param>
    /// <param name="outputs">Receives the outputs, agent after agent.</param>
    /// <param name="agents">How many there are; the last block may have fewer, but its memory is whole.</param>
    public abstract void StepAgents(ref float parameters, ref float inputs, ref float outputs, int agents);

    /// <summary>Says where the lines of one tensor begin.</summary>
    /// <param name="lines">Receives the place of each element, row-major. There may be room for more rows behind them.</param>
    /// <param name="start">Where the first one begins.</param>
    /// <param name="extents">The sizes of the axes as they stand.</param>
    /// <param name="strides">Floats between neighbours along each axis.</param>
    protected static void FindLines(Span<int> lines, int start, ReadOnlySpan<int> extents, ReadOnlySpan<int> strides)
    {
        for (int element = 0; element < lines.Length; element++)
        {
            (int rest, int line) = (element, start);
            for (int axis = extents.Length - 1; axis >= 0; axis--)
            {
                (rest, int place) = Math.DivRem(rest, extents[axis]);
                line += place * strides[axis];
            }

            lines[element] = line;
        }
    }
}
