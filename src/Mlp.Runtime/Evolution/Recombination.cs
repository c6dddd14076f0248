using System;

namespace Mlp.Evolution;

/// <summary>The operators on the parameters of one agent, side by side in canonical order.</summary>
internal static class Recombination
{
    /// <summary>Adds normal numbers to some parameters.</summary>
    /// <param name="agent">The parameters.</param>
    /// <param name="draws">The numbers of the generation.</param>
    /// <param name="number">The agent's number.</param>
    /// <param name="rate">The probability that a parameter changes.</param>
    /// <param name="deviation">The standard deviation of what is added.</param>
    internal static void Mutate(Span<float> agent, EvolutionDraws draws, int number, double rate, double deviation)
    {
        AgentDraws changes = draws.Of(DrawPurpose.Mutation, number);
        AgentDraws deviations = draws.Of(DrawPurpose.Deviation, number);
        ulong threshold = AgentDraws.Threshold(rate);
        for (int parameter = 0; parameter < agent.Length; parameter++)
        {
            if (changes.Happens(parameter, threshold))
            {
                agent[parameter] = (float)(agent[parameter] + (deviation * deviations.Normal(parameter)));
            }
        }
    }

    /// <summary>Makes a child of two parents. It may be one of them.</summary>
    /// <param name="kind">How.</param>
    /// <param name="first">A parent.</param>
    /// <param name="second">The other parent.</param>
    /// <param name="child">Receives the parameters.</param>
    /// <param name="draws">The numbers of the child.</param>
    /// <param name="units">The unit of each parameter.</param>
    /// <param name="reach">How far a blend reaches past the parents.</param>
    internal static void Cross(
        Crossover kind, ReadOnlySpan<float> first, ReadOnlySpan<float> second, Span<float> child, AgentDraws draws, ReadOnlySpan<int> units, double reach)
    {
        first = first[..child.Length];
        second = second[..child.Length];
        switch (kind)
        {
            case Crossover.Uniform:
                for (int parameter = 0; parameter < child.Length; parameter++)
                {
                    child[parameter] = draws.IsHeads(parameter) ? second[parameter] : first[parameter];
                }

                break;
            case Crossover.ByUnit:
                units = units[..child.Length];
                for (int parameter = 0; parameter < child.Length; parameter++)
                {
                    child[parameter] = draws.IsHeads(units[parameter]) ? second[parameter] : first[parameter];
                }

                break;
            case Crossover.Blend:
                double width = 1 + (2 * reach);
                for (int parameter = 0; parameter < child.Length; parameter++)
                {
                    double a = first[parameter];
                    child[parameter] = (float)(a + (((draws.Uniform(parameter) * width) - reach) * (second[parameter] - a)));
                }

                break;
            default:
                first.CopyTo(child);
                break;
        }
    }
}
