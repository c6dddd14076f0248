using System;
using System.Linq;
using System.Numerics;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>Sums against exact ones in integers: half an ulp of the result and 2⁻⁴³ of the terms, whatever cancels.</summary>
public sealed class CompensatedSumTests
{
    private const double Bound = 1.0 / (1L << 43);

    /// <summary>1 + 2⁻⁵³ · 2²⁰ by 2²⁰ steps, none of which a plain sum sees.</summary>
    [Fact]
    public void What_is_too_small_for_each_step_is_not_lost()
    {
        CompensatedSum sum = default;
        double plain = 1;
        sum.Add(1);
        for (int step = 0; step < 1 << 20; step++)
        {
            sum.Add(Math.ScaleB(1, -53));
            plain += Math.ScaleB(1, -53);
        }

        plain.ShouldBe(1);
        sum.Value.ShouldBe(1 + Math.ScaleB(1, -33));
    }

    [Fact]
    public void What_cancels_leaves_what_there_was()
    {
        Sum([1e100, 1, -1e100]).ShouldBe(1);
        Sum([1, 1e100, 1, -1e100]).ShouldBe(2);
        Sum([]).ShouldBe(0);
    }

    /// <summary>A million floats of one sign and of both: exact in integers of 2⁻¹⁴⁹.</summary>
    [Theory]
    [InlineData(0f)]
    [InlineData(-0.5f)]
    public void A_million_numbers_are_within_the_bound(float shift)
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 1_000_000).Select(_ => (double)((random.NextSingle() + shift) * 1e3f))];
        var exact = BigInteger.Zero;
        foreach (double value in values)
        {
            exact += new BigInteger(Math.ScaleB(value, 60));
        }

        double expected = Math.ScaleB((double)exact, -60);
        double allowed = (Math.Abs(expected) * Math.ScaleB(1, -53)) + (Bound * values.Sum(Math.Abs));
        Sum(values).ShouldBe(expected, allowed);
        Math.Abs(Sum(values) - expected).ShouldBeLessThanOrEqualTo(Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
    }

    /// <summary>0.1f, and with so many of them a plain sum of doubles is not exact any more.</summary>
    [Theory]
    [InlineData(0.1f)]
    [InlineData(16777215f)]
    [InlineData(-3.3e38f)]
    public void The_mean_of_equal_values_is_that_value(float value)
    {
        CompensatedSum sum = default;
        for (int count = 1; count <= 3_000_001; count++)
        {
            sum.Add(value);
            if (count % 99_991 == 0 || count < 100)
            {
                sum.Mean(count).ShouldBe(value);
            }
        }

        // As if there had been 2²⁹ + 1 before: from there on sums of floats round.
        CompensatedSum many = default;
        const int Before = (1 << 29) + 1;
        many.Add((double)value * (1 << 29));
        many.Add(value);
        for (int more = 1; more <= 1001; more++)
        {
            many.Add(value);
            many.Mean(Before + more).ShouldBe(value);
        }
    }

    [Fact]
    public void What_is_no_finite_number_is_what_it_is_in_a_plain_sum()
    {
        Sum([1, double.NaN, 2]).ShouldBe(double.NaN);
        Sum([1, double.PositiveInfinity, 2]).ShouldBe(double.PositiveInfinity);
        Sum([double.NegativeInfinity]).ShouldBe(double.NegativeInfinity);
        Sum([double.PositiveInfinity, double.NegativeInfinity]).ShouldBe(double.NaN);
        Sum([double.MaxValue, double.MaxValue]).ShouldBe(double.PositiveInfinity);
        Mean([double.NaN, 1]).ShouldBe(double.NaN);
        Mean([double.PositiveInfinity, 1]).ShouldBe(double.PositiveInfinity);
    }

    private static double Sum(double[] values) => Of(values).Value;

    private static double Mean(double[] values) => Of(values).Mean(values.Length);

    private static CompensatedSum Of(double[] values)
    {
        CompensatedSum sum = default;
        foreach (double value in values)
        {
            sum.Add(value);
        }

        return sum;
    }
}
