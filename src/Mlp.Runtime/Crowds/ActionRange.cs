using System;
using System.Globalization;
using Mlp.CompilerServices;

namespace Mlp.Crowds;

/// <summary>What a continuous action may be: outputs are clipped to -1 … 1, and -1 … 1 becomes low … high.</summary>
/// <remarks>-1 and 1 become exactly the two ends. NaN stays NaN. The result has the same bits on every hardware.</remarks>
public readonly struct ActionRange
{
    /// <summary>A range.</summary>
    /// <param name="low">What -1 becomes.</param>
    /// <param name="high">What 1 becomes.</param>
    /// <exception cref="ArgumentException">A number is not finite, or low is above high.</exception>
    public ActionRange(float low, float high)
    {
        if (!(float.IsFinite(low) && float.IsFinite(high) && low <= high))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The range goes from {low} to {high}, but must go from one finite number to another one that is not below it."),
                nameof(high));
        }

        (Low, High) = (low, high);
    }

    /// <summary>What -1 becomes.</summary>
    public float Low { get; }

    /// <summary>What 1 becomes.</summary>
    public float High { get; }

    /// <summary>The action of one output.</summary>
    /// <param name="output">Any number.</param>
    public float Of(float output)
    {
        float part = (Math.Clamp(output, -1, 1) + 1) * 0.5f;
        return Math.Clamp((Low * (1 - part)) + (High * part), Low, High);
    }

    /// <summary>The actions of some outputs.</summary>
    /// <param name="outputs">Any numbers.</param>
    /// <param name="actions">Receives as many; it may be the same span.</param>
    /// <exception cref="ArgumentException">The spans differ in length, or share a part of their memory.</exception>
    public void Rescale(ReadOnlySpan<float> outputs, Span<float> actions)
    {
        Require.Length(actions.Length, outputs.Length, nameof(actions));
        if (!outputs.IsEmpty && outputs != actions)
        {
            Require.NoOverlap(outputs, actions, nameof(actions));
        }

        for (int index = 0; index < outputs.Length; index++)
        {
            actions[index] = Of(outputs[index]);
        }
    }
}
