using System;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>Places, ways and headings.</summary>
public sealed class GeometryTests
{
    [Fact]
    public void A_way_goes_by_the_shorter_side()
    {
        var torus = new Torus(100);
        torus.Way(10, 30).ShouldBe(20);
        torus.Way(95, 5).ShouldBe(10);
        torus.Way(5, 95).ShouldBe(-10);
    }

    [Theory]
    [InlineData(-1, 99)]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(101.5f, 1.5f)]
    [InlineData(-1e-9f, 0)]
    public void Who_leaves_comes_back_on_the_other_side(float place, float back) => new Torus(100).Wrap(place).ShouldBe(back);

    [Fact]
    public void A_heading_turns_by_the_angle_and_keeps_its_length()
    {
        (float x, float y) = (1, 0);
        Heading.Turn(ref x, ref y, MathF.Tan(0.1f / 2));
        x.ShouldBe(MathF.Cos(0.1f), 1e-6f);
        y.ShouldBe(MathF.Sin(0.1f), 1e-6f);

        for (int turn = 0; turn < 100_000; turn++)
        {
            Heading.Turn(ref x, ref y, WorldRules.CreatureTurn);
        }

        ((x * x) + (y * y)).ShouldBe(1, 1e-6f);
    }

    [Fact]
    public void Random_directions_are_unit_vectors_all_around()
    {
        var random = new SplitMix(3);
        (double sumX, double sumY) = (0, 0);
        for (int draw = 0; draw < 10_000; draw++)
        {
            (float x, float y) = random.NextDirection();
            ((x * x) + (y * y)).ShouldBe(1, 1e-6f);
            (sumX, sumY) = (sumX + x, sumY + y);
        }

        // The mean of 10,000 has a standard deviation of 0.007.
        (sumX / 10_000).ShouldBe(0, 0.04);
        (sumY / 10_000).ShouldBe(0, 0.04);
    }
}
