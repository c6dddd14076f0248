using System;
using System.Globalization;

namespace Mlp.Crowds;

/// <summary>Which action of a branch an agent takes: the one with the largest output, or one that is drawn.</summary>
internal static class ActionChoice
{
    /// <summary>The actions that a mask of bits can tell apart.</summary>
    internal const int MostMasked = 64;

    /// <summary>The largest of those that are allowed; of equals the first; one that is NaN only where all that are allowed are.</summary>
    internal static int Largest(ReadOnlySpan<float> outputs, ulong allowed)
    {
        int best = -1;
        for (int action = 0; action < outputs.Length; action++)
        {
            if (IsAllowed(allowed, action) && (best < 0 || outputs[action] > outputs[best] || (float.IsNaN(outputs[best]) && !float.IsNaN(outputs[action]))))
            {
                best = action;
            }
        }

        return best;
    }

    /// <summary>One of those that are allowed, with the probabilities of their softmax.</summary>
    /// <remarks>
    /// The largest of logit + a number of the Gumbel distribution for each [Gumbel 1954]: no exponential and no sum, so that it is the same on every
    /// platform.
    /// </remarks>
    internal static int Drawn(ReadOnlySpan<float> logits, ulong allowed, ActionDraws draws, int firstOutput, double temperature)
    {
        int best = -1;
        double bestScore = 0;
        for (int action = 0; action < logits.Length; action++)
        {
            if (!IsAllowed(allowed, action))
            {
                continue;
            }

            // Both have their largest at the same action. The factor below 1 is what is multiplied, so that no logit overflows.
            double number = draws.Gumbel(firstOutput + action);
            double score = temperature < 1 ? logits[action] + (temperature * number) : (logits[action] / temperature) + number;
            if (best < 0 || score > bestScore || (double.IsNaN(bestScore) && !double.IsNaN(score)))
            {
                (best, bestScore) = (action, score);
            }
        }

        return best;
    }

    /// <summary>A mask has an action of the branch.</summary>
    /// <exception cref="ArgumentException">All are forbidden.</exception>
    internal static void RequireOne(ulong allowed, int size, int agent, int branch, string parameter)
    {
        ulong actions = size < MostMasked ? (1UL << size) - 1 : ulong.MaxValue;
        if ((allowed & actions) == 0)
        {
            Throw(agent, branch, size, parameter);
        }
    }

    // Without a mask everything is allowed, however many there are.
    private static bool IsAllowed(ulong allowed, int action) => allowed == ulong.MaxValue || ((allowed >> action) & 1) != 0;

    private static void Throw(int agent, int branch, int size, string parameter) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"Agent {agent} may take none of the {size} actions of branch {branch} (counted from 0): allow one, such as doing nothing."),
        parameter);
}
