using System;

namespace Mlp.Crowds;

/// <summary>An input that is 1 where a field is true, and 0 where it is not.</summary>
internal sealed class FlagColumn<TAgent>(nint offset) : InputColumn<TAgent>
    where TAgent : struct
{
    internal override int Width => 1;

    internal override void Gather(ReadOnlySpan<TAgent> agents, AgentList list, Span<float> inputs, int rowSize)
    {
        // A bool that came from other languages may be any byte.
        var field = ReadOnlyStridedSpan<byte>.At(agents, offset);
        for (int row = 0, at = 0; row < list.Count; row++, at += rowSize)
        {
            inputs[at] = field[list[row]] != 0 ? 1 : 0;
        }
    }
}
