using System;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample Counts finds the rates that its counts were drawn from, where a linear fit cannot.</summary>
public sealed class CountsSampleTests(SampleRuns runs) : IClassFixture<SampleRuns>
{
    // Of coefficients from 15,000 hours: six times their standard errors, which are 0.01 and less.
    private const double Near = 0.06;

    [Fact]
    public async Task An_Exp_output_foretells_unseen_counts_nearly_as_well_as_the_true_rates_do()
    {
        SampleRun run = await runs.Of("Counts");

        double[] exp = run.Row("Exp");
        double[] truth = run.Row("truth");
        exp[0].ShouldBe(run.LastNumber("deviance"));
        exp[0].ShouldBe(truth[0], tolerance: 0.02);
        exp[1].ShouldBe(truth[1], tolerance: 0.01);
        exp[2].ShouldBe(0, "an exponential is never negative");
    }

    [Fact]
    public async Task A_linear_fit_has_a_clearly_larger_deviance_and_negative_counts()
    {
        SampleRun run = await runs.Of("Counts");

        double[] exp = run.Row("Exp");
        double[] identity = run.Row("Identity");
        identity[0].ShouldBeGreaterThan(1.5 * exp[0]);
        identity[1].ShouldBeLessThan(exp[1] - 0.3);
        identity[2].ShouldBeGreaterThan(100);
        identity[3].ShouldBeLessThan(-1);
    }

    [Theory]
    [InlineData("bias")]
    [InlineData("temperature")]
    [InlineData("rain")]
    [InlineData("weekend")]
    [InlineData("rush hour")]
    [InlineData("wind")]
    public async Task The_coefficients_are_near_the_truth(string coefficient)
    {
        SampleRun run = await runs.Of("Counts", seed: 1);

        double[] row = run.Row(coefficient);
        double learnt = row[0];
        double actual = row[1];
        Math.Abs(actual).ShouldBeGreaterThan(2 * Near, "nothing learnt would be near, too");
        learnt.ShouldBe(actual, Near);
    }
}
