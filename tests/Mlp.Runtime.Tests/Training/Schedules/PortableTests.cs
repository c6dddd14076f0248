using System;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Schedules;

/// <summary>The powers and the cosine of schedules: right to a few units in the last place, and the recorded bits on every platform.</summary>
public sealed class PortableTests
{
    [Fact]
    public void Powers_are_those_of_the_platform_but_for_the_last_digits()
    {
        foreach (double x in new[] { 1, 2, 3, 10, 99, 12345, 1e6, 4e15, 9e18 })
        {
            foreach (double y in new[] { 0, 0.1, 0.25, 0.5, 0.75, 1, 1.3, 1.5, 2, 2.7 })
            {
                PortablePower.Of(x, y).ShouldBe(Math.Pow(x, y), Math.Pow(x, y) * 1e-14, $"{x} to the power of {y}");
            }
        }
    }

    [Fact]
    public void Cosines_are_those_of_the_platform_but_for_the_last_digits()
    {
        for (int t = 0; t <= 1000; t++)
        {
            PortableCosine.OfHalfTurn(t / 1000.0).ShouldBe(Math.Cos(Math.PI * t / 1000), 6e-16, $"cosine of {t} thousandths");
        }
    }

    [Fact]
    public void Ends_are_exact()
    {
        (PortableCosine.OfHalfTurn(0), PortableCosine.OfHalfTurn(0.5), PortableCosine.OfHalfTurn(1)).ShouldBe((1, 0, -1));
        (PortablePower.Of(7.0, 0.0), PortablePower.Of(9.0, 0.5), PortablePower.Of(4.0, 1.5), PortablePower.Of(1.0, 1e300), PortablePower.Of(2.0, 1e300)).ShouldBe((1, 3, 8, 1, double.PositiveInfinity));
        (PortablePower.Of(0.5, 3L), PortablePower.Of(0.1, long.MaxValue)).ShouldBe((0.125, 0));
    }

    [Fact]
    public void Bits_are_the_recorded_ones()
    {
        ulong bits = 0;
        for (int t = 1; t < 100; t++)
        {
            bits = unchecked((bits * 31) + BitConverter.DoubleToUInt64Bits(PortableCosine.OfHalfTurn(t / 100.0)));
            bits = unchecked((bits * 31) + BitConverter.DoubleToUInt64Bits(PortablePower.Of(t, 0.3)));
        }

        bits.ShouldBe(11346993628469949025ul);
    }
}
