using System;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Metrics;

/// <summary>Measures of predicted numbers, against the examples of scikit-learn's documentation and others worked by hand.</summary>
public sealed class RegressionMetricsTests
{
    private static readonly float[] Targets = [3, -0.5f, 2, 7];
    private static readonly float[] Predictions = [2.5f, 0, 2, 8];

    // Two targets a sample.
    private static readonly float[] TwoTargets = [0.5f, 1, -1, 1, 7, -6];
    private static readonly float[] TwoPredictions = [0, 2, -1, 2, 8, -5];

    /// <summary>(0.5 + 0.5 + 0 + 1) / 4; two targets: (0.5 + 0 + 1 + 1 + 1 + 1) / 6.</summary>
    [Fact]
    public void Mean_absolute_error()
    {
        RegressionMetrics.MeanAbsoluteError(Targets, Predictions).ShouldBe(0.5);
        RegressionMetrics.MeanAbsoluteError(TwoTargets, TwoPredictions, 2).ShouldBe(0.75);
    }

    /// <summary>√((0.25 + 0.25 + 0 + 1) / 4) = √0.375; two targets: (√((0.25 + 0 + 1) / 3) + √((1 + 1 + 1) / 3)) / 2 = 0.8227…</summary>
    [Fact]
    public void Root_mean_squared_error()
    {
        RegressionMetrics.RootMeanSquaredError(Targets, Predictions).ShouldBe(0.61237243569579447, 1e-15);
        RegressionMetrics.RootMeanSquaredError(TwoTargets, TwoPredictions, 2).ShouldBe((Math.Sqrt(1.25 / 3) + 1) / 2, 1e-15);
    }

    /// <summary>
    /// The mean is 2.875, Σ (y − ȳ)² = 0.015625 + 11.390625 + 0.765625 + 17.015625 = 29.1875, and R² = 1 − 1.5/29.1875.
    /// Two targets: ȳ = 13/6, Σ = 0.25 + 1 + 49 − 3 (13/6)² = 36.1667, 1 − 1.25/36.1667; ȳ = −4/3, Σ = 38 − 16/3 = 98/3,
    /// 1 − 3 · 3/98; their mean is 0.9368…
    /// </summary>
    [Fact]
    public void R2()
    {
        RegressionMetrics.R2(Targets, Predictions).ShouldBe(0.94860813704496794, 1e-14);
        double first = 1 - (1.25 / (50.25 - (169.0 / 12)));
        double second = 1 - (9.0 / 98);
        RegressionMetrics.R2(TwoTargets, TwoPredictions, 2).ShouldBe((first + second) / 2, 1e-14);
    }

    /// <summary>scikit-learn: 1 if exact, else 0, rather than 0/0 or −∞; not defined for one sample.</summary>
    [Fact]
    public void R2_of_constant_targets()
    {
        RegressionMetrics.R2([-2, -2, -2], [-2, -2, -2]).ShouldBe(1);
        RegressionMetrics.R2([-2, -2, -2], [-2, -2, -2.5f]).ShouldBe(0);
        RegressionMetrics.R2([1], [1]).ShouldBe(double.NaN);

        // The mean of both rules: column 0 is constant and missed, column 1 exact.
        RegressionMetrics.R2([1, 5, 1, 6], [1, 5, 2, 6], 2).ShouldBe(0.5);
    }

    /// <summary>Whatever the targets are: also where they are constant, or where another target is predicted exactly.</summary>
    [Theory]
    [InlineData(new float[] { 2, 2, 2 }, new float[] { float.NaN, float.NaN, float.NaN }, 1)]
    [InlineData(new float[] { 2, 2, 2 }, new float[] { 2, 2, float.NaN }, 1)]
    [InlineData(new float[] { 1, 2, 3 }, new float[] { 1, float.NaN, 3 }, 1)]
    [InlineData(new float[] { 1, float.NaN, 3 }, new float[] { 1, 2, 3 }, 1)]
    [InlineData(new float[] { float.NaN, float.NaN }, new float[] { float.NaN, float.NaN }, 1)]
    [InlineData(new float[] { 1, 7, 2, 7 }, new float[] { 1, 7, 2, float.NaN }, 2)]
    [InlineData(new float[] { 1, float.PositiveInfinity }, new float[] { 1, float.PositiveInfinity }, 1)]
    [InlineData(new float[] { 1, float.NegativeInfinity }, new float[] { 1, float.NegativeInfinity }, 1)]
    public void What_is_no_number_is_measured_by_none(float[] targets, float[] predictions, int targetCount)
    {
        RegressionMetrics.MeanAbsoluteError(targets, predictions, targetCount).ShouldBe(double.NaN);
        RegressionMetrics.RootMeanSquaredError(targets, predictions, targetCount).ShouldBe(double.NaN);
        RegressionMetrics.R2(targets, predictions, targetCount).ShouldBe(double.NaN);
        RegressionReport.Of(targets, predictions, targetCount).ToString().ShouldContain("R²                NaN");
    }

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void An_infinite_prediction_is_as_bad_as_can_be(float prediction)
    {
        foreach (float[] targets in (float[][])[[1, 2, 3], [2, 2, 2]])
        {
            RegressionMetrics.MeanAbsoluteError(targets, [1, 2, prediction]).ShouldBe(double.PositiveInfinity);
            RegressionMetrics.RootMeanSquaredError(targets, [1, 2, prediction]).ShouldBe(double.PositiveInfinity);
            RegressionMetrics.R2(targets, [1, 2, prediction]).ShouldBe(double.NegativeInfinity);
        }
    }

    /// <summary>An infinite target has no mean, and no prediction explains it.</summary>
    [Fact]
    public void An_infinite_target_has_no_coefficient_of_determination()
    {
        RegressionMetrics.R2([1, float.PositiveInfinity], [1, 2]).ShouldBe(double.NaN);
        RegressionMetrics.MeanAbsoluteError([1, float.PositiveInfinity], [1, 2]).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Values_that_are_not_finite_have_no_deviance()
    {
        foreach (float value in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            Should.Throw<ArgumentException>(() => RegressionMetrics.MeanPoissonDeviance([1, 2], [1, value])).ParamName.ShouldBe("predictions");
            Should.Throw<ArgumentException>(() => RegressionMetrics.MeanPoissonDeviance([1, value], [1, 2])).ParamName.ShouldBe("targets");
        }
    }

    /// <summary>
    /// A prediction that is off by 2⁶⁰ and a thousand that are off by 32, or by 2³³ where errors are squared: each is less than half an
    /// ulp of the first. Where that comes does not matter.
    /// </summary>
    [Fact]
    public void Small_errors_are_not_lost_behind_a_large_one()
    {
        float[] targets = new float[1001];
        float[] predictions = new float[1001];
        Array.Fill(predictions, 32);
        predictions[0] = 1L << 60;
        RegressionMetrics.MeanAbsoluteError(targets, predictions).ShouldBe(((1L << 60) + 32_000) / 1001.0);
        Array.Fill(predictions, 1L << 33);
        predictions[0] = 1L << 60;
        double expected = Math.Sqrt((Math.ScaleB(1, 120) + (1000 * Math.ScaleB(1, 66))) / 1001);
        RegressionMetrics.RootMeanSquaredError(targets, predictions).ShouldBe(expected, expected * 3e-16);
        Array.Reverse(predictions);
        RegressionMetrics.RootMeanSquaredError(targets, predictions).ShouldBe(expected, expected * 3e-16);
    }

    /// <summary>Equal targets have no variance, however many: the mean of a million 0.1f is 0.1f.</summary>
    [Fact]
    public void Many_equal_targets_are_constant()
    {
        float[] targets = new float[1_000_003];
        Array.Fill(targets, 0.1f);
        float[] predictions = [.. targets];
        predictions[5] = 0.2f;
        RegressionMetrics.R2(targets, predictions).ShouldBe(0);
    }

    /// <summary>The mean predicts as well as the mean; worse than it is negative: 1 − 18/2 for −1, 1 against 2, −2.</summary>
    [Fact]
    public void R2_has_no_lower_end()
    {
        RegressionMetrics.R2([1, 2, 3], [2, 2, 2]).ShouldBe(0);
        RegressionMetrics.R2([-1, 1], [2, -2]).ShouldBe(-8);
    }

    /// <summary>The example of scikit-learn: y = 2, 0, 1, 4 against 0.5, 0.5, 2, 2.
    /// 2 · [(2 ln 4 − 1.5) + 0.5 + (ln ½ + 1) + (4 ln 2 − 2)] / 4 = (7 ln 2 − 2) / 2.</summary>
    [Fact]
    public void Mean_poisson_deviance() => RegressionMetrics.MeanPoissonDeviance([2, 0, 1, 4], [0.5f, 0.5f, 2, 2])
        .ShouldBe(((7 * Math.Log(2)) - 2) / 2, 1e-15);

    [Fact]
    public void Poisson_deviance_of_exact_rates_is_zero() => RegressionMetrics.MeanPoissonDeviance([2, 1, 4], [2, 1, 4]).ShouldBe(0);

    [Fact]
    public void Values_outside_the_domain_of_the_deviance_are_named()
    {
        Should.Throw<ArgumentException>(() => RegressionMetrics.MeanPoissonDeviance([1, 2, 3, 4], [1, 2, 0, 4], 2)).Message.ShouldStartWith(
            "predictions has 0 in row 1, column 0 (counted from 0), but must have finite rates above 0, such as an Exp output predicts.");
        Should.Throw<ArgumentException>(() => RegressionMetrics.MeanPoissonDeviance([1], [float.NaN])).ParamName.ShouldBe("predictions");
        Should.Throw<ArgumentException>(() => RegressionMetrics.MeanPoissonDeviance([-1], [1])).ParamName.ShouldBe("targets");
    }

    [Fact]
    public void Bad_lengths_are_refused()
    {
        Should.Throw<ArgumentException>(() => RegressionMetrics.R2([], [])).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentException>(() => RegressionMetrics.R2([1, 2, 3], [1, 2, 3], 2)).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentException>(() => RegressionMetrics.MeanAbsoluteError([1, 2], [1])).ParamName.ShouldBe("predictions");
        Should.Throw<ArgumentException>(() => RegressionMetrics.RootMeanSquaredError([1], [1], 0)).ParamName.ShouldBe("targetCount");
    }

    [Fact]
    public void The_report_holds_the_measures()
    {
        RegressionReport report = RegressionReport.Of(Targets, Predictions);
        report.ShouldBe(new RegressionReport(4, 0.5, RegressionMetrics.RootMeanSquaredError(Targets, Predictions), RegressionMetrics.R2(Targets, Predictions)));
        UnderCulture.Hostile(report.ToString).ShouldBe("""
            samples             4
            MAE               0.5
            RMSE         0.612372
            R²             0.9486
            """);
    }

    [Fact]
    public void Measures_allocate_nothing() => Allocations.Of(() =>
    {
        _ = RegressionMetrics.MeanAbsoluteError(Targets, Predictions);
        _ = RegressionMetrics.RootMeanSquaredError(Targets, Predictions);
        _ = RegressionMetrics.R2(Targets, Predictions);
    }).ShouldBe(0);
}
