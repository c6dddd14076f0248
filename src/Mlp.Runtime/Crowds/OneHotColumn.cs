using System;
using System.Globalization;
using System.Numerics;

namespace Mlp.Crowds;

/// <summary>Inputs of which one is 1, the one that an integer of the agent says, and the others are 0.</summary>
internal sealed class OneHotColumn<TAgent, TField>(nint offset, int width) : InputColumn<TAgent>
    where TAgent : struct
    where TField : unmanaged, IBinaryInteger<TField>
{
    internal override int Width => width;

    internal override void Check(ReadOnlySpan<TAgent> agents, AgentList list)
    {
        var field = ReadOnlyStridedSpan<TField>.At(agents, offset);
        for (int row = 0; row < list.Count; row++)
        {
            TField value = field[list[row]];
            if ((uint)int.CreateSaturating(value) >= (uint)width)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Agent {list[row]} has {value} in a field that is gathered as one of {width}: it must be from 0 to {width - 1}."),
                    nameof(agents));
            }
        }
    }

    internal override void Gather(ReadOnlySpan<TAgent> agents, AgentList list, Span<float> inputs, int rowSize)
    {
        var field = ReadOnlyStridedSpan<TField>.At(agents, offset);
        for (int row = 0, at = 0; row < list.Count; row++, at += rowSize)
        {
            Span<float> ones = inputs.Slice(at, width);
            ones.Clear();
            ones[int.CreateSaturating(field[list[row]])] = 1;
        }
    }
}
