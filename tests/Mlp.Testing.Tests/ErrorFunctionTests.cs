using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>The error function against tabulated values and its own symmetries.</summary>
public sealed class ErrorFunctionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e-10, 1.1283791670955126e-10)]
    [InlineData(0.1, 0.11246291601828489)]
    [InlineData(0.5, 0.52049987781304654)]
    [InlineData(1, 0.84270079294971487)]
    [InlineData(1.5, 0.96610514647531073)]
    [InlineData(2, 0.99532226501895273)]
    [InlineData(3, 0.99997790950300141)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Erf_agrees_with_tables(double x, double expected)
    {
        ErrorFunction.Erf(x).ShouldBe(expected, 1e-14);
        ErrorFunction.Erf(-x).ShouldBe(-expected, 1e-14);
    }

    [Theory]
    [InlineData(2, 4.6777349810472658e-3)]
    [InlineData(3, 2.2090496998585441e-5)]
    [InlineData(5, 1.5374597944280349e-12)]
    [InlineData(10, 2.0884875837625448e-45)]
    public void The_tail_keeps_its_relative_precision(double x, double expected) =>
        (ErrorFunction.Erfc(x) / expected).ShouldBe(1, 1e-13);

    [Fact]
    public void The_two_methods_meet_without_a_step()
    {
        double below = ErrorFunction.Erf(System.Math.BitDecrement(2.0));
        (ErrorFunction.Erf(2) - below).ShouldBe(0, 1e-14);
    }

    [Fact]
    public void Nan_stays_nan() => double.IsNaN(ErrorFunction.Erf(double.NaN)).ShouldBeTrue();
}
