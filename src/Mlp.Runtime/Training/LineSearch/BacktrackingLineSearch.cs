using System;
using System.Globalization;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// A backtracking line search [Lecture 3: the section f(η) = L(θ + η d]; Armijo 1966]: from an initial step on, the step
/// is shortened until the loss has fallen enough, f(η) ≤ f(0) + c η f′(0). Immutable.
/// </summary>
/// <remarks>
/// f′(0) = ∇L(θ)ᵀ d must be negative: d is a descent direction. [Lecture 3] prints the steepest one as −∇d; it is −∇L(θ).
/// A loss that is not finite never is enough. Where the losses are computed in <see cref="float"/>, no step may be
/// accepted close to a minimum, where rounding hides the fall: the search has then come as far as it can.
/// </remarks>
public sealed class BacktrackingLineSearch
{
    /// <summary>A line search.</summary>
    /// <param name="initialStep">The first step tried: finite, above 0.</param>
    /// <param name="shrink">What a refused step is multiplied by: above 0 and below 1; ½ halves.</param>
    /// <param name="sufficientDecrease">c, the part of the fall predicted by the slope that is asked for: above 0 and below 1.</param>
    /// <param name="maxHalvings">How many times a step is shortened at most: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public BacktrackingLineSearch(
        double initialStep = 1,
        double shrink = 0.5,
        double sufficientDecrease = 1e-4,
        int maxHalvings = 30)
    {
        InitialStep = Hyperparameter.Positive(initialStep);
        Shrink = Hyperparameter.Fraction(shrink);
        SufficientDecrease = Hyperparameter.Fraction(sufficientDecrease);
        MaxHalvings = Hyperparameter.AtLeast(maxHalvings, 0);
    }

    /// <summary>The first step tried.</summary>
    public double InitialStep { get; }

    /// <summary>What a refused step is multiplied by.</summary>
    public double Shrink { get; }

    /// <summary>c, the part of the fall predicted by the slope that is asked for.</summary>
    public double SufficientDecrease { get; }

    /// <summary>How many times a step is shortened at most.</summary>
    public int MaxHalvings { get; }

    /// <summary>Searches along a direction in the space of parameters. Allocates nothing.</summary>
    /// <param name="lossAt">The loss L at given parameters; called with <paramref name="candidate"/>.</param>
    /// <param name="parameters">θ, 1 value or more.</param>
    /// <param name="loss">L(θ): finite.</param>
    /// <param name="gradient">∇L(θ), as many values.</param>
    /// <param name="direction">d, as many values; usually −∇L(θ).</param>
    /// <param name="candidate">
    /// Receives θ + η d, as many values, for the accepted step η; θ if no step was accepted. Its own memory.
    /// </param>
    /// <returns>The accepted step, or that there is none: after the last halving, or where the slope is 0.</returns>
    /// <exception cref="ArgumentNullException">There is no loss.</exception>
    /// <exception cref="ArgumentException">
    /// A span has the wrong length or overlaps, the loss or the slope is not finite, or the direction is not one of descent.
    /// </exception>
    public LineSearchResult Search(
        LossAtParameters lossAt,
        ReadOnlySpan<float> parameters,
        double loss,
        ReadOnlySpan<float> gradient,
        ReadOnlySpan<float> direction,
        Span<float> candidate)
    {
        ArgumentNullException.ThrowIfNull(lossAt);
        RequireSameLength(gradient.Length, parameters.Length, nameof(gradient));
        RequireSameLength(direction.Length, parameters.Length, nameof(direction));
        RequireSameLength(candidate.Length, parameters.Length, nameof(candidate));
        CompilerServices.Require.NoOverlap(parameters, candidate, nameof(candidate));
        CompilerServices.Require.NoOverlap(direction, candidate, nameof(candidate));

        double slope = Slope(gradient, direction);
        RequireDescent(loss, slope, nameof(direction));
        double step = InitialStep;
        int evaluations = 0;
        while (slope < 0 && evaluations <= MaxHalvings)
        {
            for (int index = 0; index < candidate.Length; index++)
            {
                candidate[index] = (float)(parameters[index] + (step * direction[index]));
            }

            double reached = lossAt(candidate);
            evaluations++;
            if (IsEnough(reached, loss, step, slope))
            {
                return new LineSearchResult(true, step, reached, evaluations);
            }

            step *= Shrink;
        }

        parameters.CopyTo(candidate);
        return new LineSearchResult(false, 0, loss, evaluations);
    }

    /// <summary>Searches along a section given as a function of the step alone.</summary>
    /// <param name="lossAfter">f(η) = L(θ + η d).</param>
    /// <param name="loss">f(0): finite.</param>
    /// <param name="slope">f′(0) = ∇L(θ)ᵀ d: finite, 0 or less.</param>
    /// <returns>The accepted step, or that there is none: after the last halving, or where the slope is 0.</returns>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <exception cref="ArgumentException">The loss or the slope is not finite, or the slope is above 0.</exception>
    public LineSearchResult Search(Func<double, double> lossAfter, double loss, double slope)
    {
        ArgumentNullException.ThrowIfNull(lossAfter);
        RequireDescent(loss, slope, nameof(slope));
        double step = InitialStep;
        int evaluations = 0;
        while (slope < 0 && evaluations <= MaxHalvings)
        {
            double reached = lossAfter(step);
            evaluations++;
            if (IsEnough(reached, loss, step, slope))
            {
                return new LineSearchResult(true, step, reached, evaluations);
            }

            step *= Shrink;
        }

        return new LineSearchResult(false, 0, loss, evaluations);
    }

    // A NaN fails the comparison; an infinite fall would mean that the loss has no meaning any more. Where the fall asked for is
    // less than an ulp of the loss, the sum is the loss itself: staying where it is would be enough, again and again.
    private bool IsEnough(double reached, double loss, double step, double slope) =>
        double.IsFinite(reached) && reached < loss && reached <= loss + (SufficientDecrease * step * slope);

    private static double Slope(ReadOnlySpan<float> gradient, ReadOnlySpan<float> direction)
    {
        double slope = 0;
        for (int index = 0; index < gradient.Length; index++)
        {
            slope += (double)gradient[index] * direction[index];
        }

        return slope;
    }

    private static void RequireSameLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException(Invariant($"{name} has length {length}, but must have length {expected}, one value a parameter."), name);
        }
    }

    private static void RequireDescent(double loss, double slope, string name)
    {
        if (!double.IsFinite(loss))
        {
            throw new ArgumentException(Invariant($"loss is {loss}, but must be finite: there is nothing to compare a step with."), nameof(loss));
        }

        if (!double.IsFinite(slope) || slope > 0)
        {
            throw new ArgumentException(
                Invariant($"The slope along the direction is {slope}, but must be finite and 0 or less: choose a direction of descent, such as the negative gradient."),
                name);
        }
    }

    private static string Invariant(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
