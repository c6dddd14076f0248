using System;
using System.Linq;
using Mlp.CompilerServices;
using Mlp.Evolution;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Evolution;

/// <summary>Random numbers that follow from what they are for: their distributions, and their bits.</summary>
public sealed class EvolutionDrawTests
{
    private const int Count = 100_000;

    [Fact]
    public void The_quantile_is_the_inverse_of_the_distribution()
    {
        for (int step = 1; step < 4000; step++)
        {
            double p = step / 4000.0;
            NormalDistribution.Cumulative(NormalQuantile.Of(p)).ShouldBe(p, 1e-13);
        }

        for (int power = 13; power < 53; power++)
        {
            double p = Math.ScaleB(1, -power);
            double z = NormalQuantile.Of(p);
            (NormalDistribution.Cumulative(z) / p).ShouldBe(1, 1e-11);
            NormalQuantile.Of(1 - p).ShouldBe(-z, Math.Abs(z) * 1e-15);
        }
    }

    [Fact]
    public void Numbers_have_the_same_bits_on_every_platform()
    {
        AgentDraws draws = new EvolutionDraws(1, 2).Of(DrawPurpose.Deviation, 3);

        // Computed apart: Python's integers, and its NormalDist, whose last bit is one higher.
        draws.Bits(4).ShouldBe(0x3B700E058329C52BuL);
        BitConverter.DoubleToUInt64Bits(draws.Normal(4)).ShouldBe(0xBFE76A036B050B78uL);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_distribution()
    {
        AgentDraws draws = new EvolutionDraws(5, 0).Of(DrawPurpose.Noise, 0);
        double[] numbers = [.. Enumerable.Range(0, Count).Select(draws.Normal)];

        // Five standard deviations of each mean.
        numbers.Average().ShouldBe(0, 5 / Math.Sqrt(Count));
        numbers.Average(static z => z * z).ShouldBe(1, 5 * Math.Sqrt(2.0 / Count));
        numbers.Average(static z => z * z * z).ShouldBe(0, 5 * Math.Sqrt(15.0 / Count));
        numbers.Average(static z => z * z * z * z).ShouldBe(3, 5 * Math.Sqrt(96.0 / Count));
    }

    [Fact]
    public void Whole_numbers_are_equally_likely()
    {
        AgentDraws draws = new EvolutionDraws(6, 0).Of(DrawPurpose.Selection, 0);
        int[] counts = new int[7];
        for (int index = 0; index < Count; index++)
        {
            counts[draws.Below(index, counts.Length)]++;
        }

        double expected = Count / 7.0;
        counts.Sum(count => (count - expected) * (count - expected) / expected).ShouldBeLessThan(27.9, "χ² of 6 degrees of freedom, one in ten thousand");
    }

    [Fact]
    public void Something_happens_as_often_as_its_probability()
    {
        AgentDraws draws = new EvolutionDraws(7, 0).Of(DrawPurpose.Mutation, 0);
        foreach (double probability in new[] { 0, 1e-3, 0.25, 1 })
        {
            ulong threshold = AgentDraws.Threshold(probability);
            int happened = Enumerable.Range(0, Count).Count(index => draws.Happens(index, threshold));
            ((double)happened / Count).ShouldBeInRange(probability - Tolerance(probability), probability + Tolerance(probability));
        }
    }

    [Fact]
    public void Numbers_of_neighbours_have_nothing_to_do_with_each_other()
    {
        var first = new EvolutionDraws(8, 0);
        foreach (AgentDraws other in new[] { new EvolutionDraws(9, 0).Of(DrawPurpose.Noise, 0), new EvolutionDraws(8, 1).Of(DrawPurpose.Noise, 0), first.Of(DrawPurpose.Deviation, 0), first.Of(DrawPurpose.Noise, 1) })
        {
            AgentDraws own = first.Of(DrawPurpose.Noise, 0);
            Enumerable.Range(0, Count).Average(index => own.Normal(index) * other.Normal(index)).ShouldBe(0, 5 / Math.Sqrt(Count));
        }
    }

    // Five standard deviations.
    private static double Tolerance(double probability) => 5 * Math.Sqrt(probability * (1 - probability) / Count);
}
