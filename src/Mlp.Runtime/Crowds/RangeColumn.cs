using System;

namespace Mlp.Crowds;

/// <summary>An output that becomes a field of the agent within a range.</summary>
internal sealed class RangeColumn<TAgent>(nint offset, ActionRange range) : OutputColumn<TAgent>
    where TAgent : struct
{
    internal override int Width => 1;

    internal override void Scatter(ReadOnlySpan<float> outputs, int rowSize, int firstOutput, Span<TAgent> agents, AgentList list, long step)
    {
        var field = StridedSpan<float>.At(agents, offset);
        for (int row = 0, at = 0; row < list.Count; row++, at += rowSize)
        {
            field[list[row]] = range.Of(outputs[at]);
        }
    }
}
