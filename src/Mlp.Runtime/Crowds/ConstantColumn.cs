using System;

namespace Mlp.Crowds;

/// <summary>An input that is the same for every agent.</summary>
internal sealed class ConstantColumn<TAgent>(float value) : InputColumn<TAgent>
    where TAgent : struct
{
    internal override int Width => 1;

    internal override void Gather(ReadOnlySpan<TAgent> agents, AgentList list, Span<float> inputs, int rowSize)
    {
        for (int row = 0, at = 0; row < list.Count; row++, at += rowSize)
        {
            inputs[at] = value;
        }
    }
}
