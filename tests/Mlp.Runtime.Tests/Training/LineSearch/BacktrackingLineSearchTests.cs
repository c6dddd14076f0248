using System;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.LineSearch;

/// <summary>The backtracking line search on functions whose steps can be computed by hand.</summary>
public sealed class BacktrackingLineSearchTests
{
    /// <summary>
    /// L(θ) = ½ · 10 θ², θ = 1, d = −10: f(η) = 5 (1 − 10 η)², f(0) = 5, f′(0) = −100. With c = ½ a step is enough when
    /// 5 (1 − 10η)² ≤ 5 − 50 η, that is 500 η² ≤ 50 η, η ≤ 0.1. Of 1, ½, ¼, ⅛, 1/16 the fifth is the first:
    /// f(1/16) = 5 · 0.375² = 0.703125.
    /// </summary>
    [Fact]
    public void The_first_halving_that_is_enough_is_taken()
    {
        var search = new BacktrackingLineSearch(sufficientDecrease: 0.5);
        LineSearchResult result = search.Search(step => 5 * Math.Pow(1 - (10 * step), 2), 5, -100);
        result.ShouldBe(new LineSearchResult(true, 0.0625, 0.703125, 5));

        float[] candidate = new float[1];
        search.Search(at => 5.0 * at[0] * at[0], [1f], 5, [10f], [-10f], candidate).ShouldBe(result);
        candidate.ShouldBe([0.375f]);
    }

    /// <summary>The same with shrink 0.2 from 2: 2, 0.4, 0.08 ≤ 0.1, f(0.08) = 5 · 0.2² = 0.2.</summary>
    [Fact]
    public void Initial_step_and_shrink_are_used()
    {
        LineSearchResult result = new BacktrackingLineSearch(2, 0.2, 0.5).Search(step => 5 * Math.Pow(1 - (10 * step), 2), 5, -100);
        result.Step.ShouldBe(0.08, 1e-15);
        result.Loss.ShouldBe(0.2, 1e-14);
        result.Evaluations.ShouldBe(3);
    }

    [Fact]
    public void A_loss_that_is_not_finite_is_never_enough()
    {
        LineSearchResult result = new BacktrackingLineSearch().Search(
            step => step switch { 1 => double.NaN, 0.5 => double.PositiveInfinity, 0.25 => double.NegativeInfinity, _ => 0.5 }, 1, -1);
        result.ShouldBe(new LineSearchResult(true, 0.125, 0.5, 4));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    public void After_the_last_halving_nothing_has_changed(int maxHalvings, int evaluations)
    {
        float[] parameters = [1, 2];
        float[] candidate = [7, 7];
        LineSearchResult result = new BacktrackingLineSearch(maxHalvings: maxHalvings)
            .Search(_ => 100, parameters, 3, [1, 0], [-1, 0], candidate);
        result.ShouldBe(new LineSearchResult(false, 0, 3, evaluations));
        candidate.ShouldBe(parameters);
        new BacktrackingLineSearch(maxHalvings: maxHalvings).Search(_ => 100, 3, -1).ShouldBe(result);
    }

    /// <summary>1 − 10⁻⁴ · 10⁻²⁰ is 1.</summary>
    [Fact]
    public void A_loss_that_stays_is_not_enough_where_rounding_hides_the_fall_asked_for()
    {
        var search = new BacktrackingLineSearch(maxHalvings: 1);
        search.Search(_ => 1, 1, -1e-20).ShouldBe(new LineSearchResult(false, 0, 1, 2));
        search.Search(_ => Math.BitDecrement(1.0), 1, -1e-20).Accepted.ShouldBeTrue();
    }

    [Fact]
    public void At_a_stationary_point_there_is_no_step_and_no_evaluation()
    {
        float[] candidate = [7];
        new BacktrackingLineSearch().Search(_ => throw new InvalidOperationException(), [1f], 3, [0f], [0f], candidate)
            .ShouldBe(new LineSearchResult(false, 0, 3, 0));
        candidate.ShouldBe([1f]);
    }

    /// <summary>Gradient descent on L = ½ (θ₀² + 25 θ₁²) reaches the minimum, and the loss never rises.</summary>
    [Fact]
    public void Descent_by_line_search_reaches_the_minimum()
    {
        var search = new BacktrackingLineSearch();
        float[] parameters = [3, -2];
        float[] candidate = new float[2];
        double loss = Loss(parameters);
        for (int iteration = 0; iteration < 200; iteration++)
        {
            float[] gradient = [parameters[0], 25 * parameters[1]];
            LineSearchResult result = search.Search(Loss, parameters, loss, gradient, [-gradient[0], -gradient[1]], candidate);
            result.Loss.ShouldBeLessThanOrEqualTo(loss);
            loss = result.Loss;
            (parameters, candidate) = (candidate, parameters);
        }

        loss.ShouldBeLessThan(1e-12);

        static double Loss(ReadOnlySpan<float> at) => 0.5 * (((double)at[0] * at[0]) + (25.0 * at[1] * at[1]));
    }

    /// <summary>[Lecture 3] prints d = −∇d; an ascent is refused, not followed.</summary>
    [Fact]
    public void A_direction_of_ascent_is_refused()
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => Search([1f], [1f], new float[1]));
        exception.ParamName.ShouldBe("direction");
        exception.Message.ShouldStartWith("The slope along the direction is 1, but must be finite and 0 or less: choose a direction of descent");
        Should.Throw<ArgumentException>(() => Search([float.NaN], [1f], new float[1])).ParamName.ShouldBe("direction");
        Should.Throw<ArgumentException>(() => new BacktrackingLineSearch().Search(_ => 0, double.NaN, -1)).ParamName.ShouldBe("loss");
        Should.Throw<ArgumentException>(() => new BacktrackingLineSearch().Search(_ => 0, 1, 0.5)).ParamName.ShouldBe("slope");
    }

    [Fact]
    public void Wrong_lengths_and_shared_memory_are_refused()
    {
        Should.Throw<ArgumentException>(() => Search([1f, 2f], [-1f], new float[1])).Message
            .ShouldStartWith("gradient has length 2, but must have length 1, one value a parameter.");
        Should.Throw<ArgumentException>(() => Search([1f], [-1f, 2f], new float[1])).ParamName.ShouldBe("direction");
        Should.Throw<ArgumentException>(() => Search([1f], [-1f], new float[2])).ParamName.ShouldBe("candidate");
        float[] shared = [-1];
        Should.Throw<ArgumentException>(() => Search([1f], shared, shared)).ParamName.ShouldBe("candidate");
        Should.Throw<ArgumentNullException>(() => new BacktrackingLineSearch().Search(null!, 1, -1));
        Should.Throw<ArgumentNullException>(() => new BacktrackingLineSearch().Search(null!, [1f], 1, [1f], [-1f], new float[1]));
    }

    [Fact]
    public void Bad_settings_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new BacktrackingLineSearch(initialStep: 0)).ParamName.ShouldBe("initialStep");
        Should.Throw<ArgumentOutOfRangeException>(() => new BacktrackingLineSearch(shrink: 1)).ParamName.ShouldBe("shrink");
        Should.Throw<ArgumentOutOfRangeException>(() => new BacktrackingLineSearch(sufficientDecrease: 0)).ParamName.ShouldBe("sufficientDecrease");
        Should.Throw<ArgumentOutOfRangeException>(() => new BacktrackingLineSearch(maxHalvings: -1)).ParamName.ShouldBe("maxHalvings");
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var search = new BacktrackingLineSearch(sufficientDecrease: 0.5);
        float[] parameters = [1];
        float[] gradient = [10];
        float[] direction = [-10];
        float[] candidate = new float[1];
        LossAtParameters loss = at => 5.0 * at[0] * at[0];
        Allocations.Of(() => search.Search(loss, parameters, 5, gradient, direction, candidate)).ShouldBe(0);
    }

    private static void Search(float[] gradient, float[] direction, float[] candidate) =>
        new BacktrackingLineSearch().Search(_ => 0, [1f], 1, gradient, direction, candidate);
}
