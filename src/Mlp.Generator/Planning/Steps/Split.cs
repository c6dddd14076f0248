using System;

namespace Mlp.Generator.Planning.Steps;

/// <summary>How a known number of rows or vectors is gone through: in whole steps, and what is left over as a step of its own.</summary>
/// <param name="Step">How many go together.</param>
/// <param name="Whole">How many go in whole steps.</param>
/// <param name="Rest">How many are left over; fewer than a step, or one whole step that is treated apart.</param>
internal sealed record Split(int Step, int Whole, int Rest)
{
    /// <summary>The most that ever go together.</summary>
    public int Largest => Whole > 0 ? Step : Rest;

    /// <summary>Whether whole steps are so many that they are a loop.</summary>
    public bool IsLooped => Whole > Step;

    /// <param name="count">How many there are.</param>
    /// <param name="step">How many may go together.</param>
    /// <param name="lastIsApart">Whether the last step is one of its own even where it is whole.</param>
    public static Split Of(int count, int step, bool lastIsApart = false)
    {
        int taken = Math.Min(step, count);
        int whole = lastIsApart && count % taken == 0 ? count - taken : count / taken * taken;
        return new Split(taken, whole, count - whole);
    }

    /// <summary>Whole steps alone, however few there are; what is less than one is left over.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="step">How many go together.</param>
    public static Split OfSteps(int count, int step) => new(step, count / step * step, count % step);
}
