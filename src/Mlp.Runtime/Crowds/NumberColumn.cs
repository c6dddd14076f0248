using System;
using System.Numerics;

namespace Mlp.Crowds;

/// <summary>An input that is a number of the agent, scaled.</summary>
internal sealed class NumberColumn<TAgent, TField>(nint offset, float scale, float shift) : InputColumn<TAgent>
    where TAgent : struct
    where TField : unmanaged, INumberBase<TField>
{
    internal override int Width => 1;

    internal override void Gather(ReadOnlySpan<TAgent> agents, AgentList list, Span<float> inputs, int rowSize)
    {
        var field = ReadOnlyStridedSpan<TField>.At(agents, offset);
        for (int row = 0, at = 0; row < list.Count; row++, at += rowSize)
        {
            inputs[at] = (float.CreateTruncating(field[list[row]]) * scale) + shift;
        }
    }
}
