using System;

namespace Mlp.Crowds;

/// <summary>Outputs that go nowhere.</summary>
internal sealed class SkippedColumn<TAgent>(int width) : OutputColumn<TAgent>
    where TAgent : struct
{
    internal override int Width => width;

    internal override void Scatter(ReadOnlySpan<float> outputs, int rowSize, int firstOutput, Span<TAgent> agents, AgentList list, long step)
    {
    }
}
