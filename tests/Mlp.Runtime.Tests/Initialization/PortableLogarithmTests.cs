using System;
using Mlp.Initialization;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Initialization;

/// <summary>The logarithm of basic operations agrees with the C library's.</summary>
public sealed class PortableLogarithmTests
{
    private const double SquareRootOf2 = 1.4142135623730951;

    [Fact]
    public void Within_two_units_in_the_last_place()
    {
        var generator = new RandomGenerator(1);
        for (int draw = 0; draw < 1_000_000; draw++)
        {
            double x = ((generator.NextUInt64() >> 11) + 1) * (1.0 / (1L << 53));
            AssertClose(x);
            AssertClose(x * x * x * x);
        }
    }

    [Theory]
    [InlineData(double.Epsilon * (1L << 52))]
    [InlineData(4.930380657631324E-32)]
    [InlineData(0.5)]
    [InlineData(SquareRootOf2 / 2)]
    [InlineData(SquareRootOf2)]
    [InlineData(2.0)]
    [InlineData(Math.E)]
    [InlineData(double.MaxValue)]
    public void Within_two_units_at(double x)
    {
        AssertClose(x);
        AssertClose(Math.BitIncrement(x) is var next && double.IsFinite(next) ? next : x);
    }

    [Fact]
    public void Within_two_units_on_both_sides_of_one()
    {
        PortableLogarithm.Of(1).ShouldBe(0);
        for (double distance = 0.3; distance > 1e-16; distance /= 1.7)
        {
            AssertClose(1 - distance);
            AssertClose(1 + distance);
        }
    }

    private static void AssertClose(double x)
    {
        double expected = Math.Log(x);
        double actual = PortableLogarithm.Of(x);
        double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
        if (!(Math.Abs(actual - expected) <= 2 * unit))
        {
            Assert.Fail($"ln {x:R} is {expected:R}, not {actual:R}");
        }
    }
}
