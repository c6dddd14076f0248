using System;
using System.Numerics;

namespace Mlp.Crowds;

/// <summary>A branch: outputs of which one is taken, and its number becomes a field of the agent.</summary>
internal sealed class ChoiceColumn<TAgent, TField>(nint offset, int width, int branch, AllowedActions<TAgent>? allowed, (ulong Seed, double Temperature)? draw) : OutputColumn<TAgent>
    where TAgent : struct
    where TField : unmanaged, IBinaryInteger<TField>
{
    internal override int Width => width;

    internal override void Check(ReadOnlySpan<TAgent> agents, AgentList list)
    {
        for (int row = 0; allowed is not null && row < list.Count; row++)
        {
            ActionChoice.RequireOne(allowed.Of(agents, list[row]), width, list[row], branch, nameof(agents));
        }
    }

    internal override void Scatter(ReadOnlySpan<float> outputs, int rowSize, int firstOutput, Span<TAgent> agents, AgentList list, long step)
    {
        var field = StridedSpan<TField>.At(agents, offset);
        for (int row = 0, at = 0; row < list.Count; row++, at += rowSize)
        {
            int agent = list[row];
            ReadOnlySpan<float> logits = outputs.Slice(at, width);
            ulong mask = allowed?.Of(agents, agent) ?? ulong.MaxValue;
            int action = draw is { } options
                ? ActionChoice.Drawn(logits, mask, new ActionDraws(options.Seed, step, agent), firstOutput, options.Temperature)
                : ActionChoice.Largest(logits, mask);
            field[agent] = TField.CreateTruncating(action);
        }
    }
}
