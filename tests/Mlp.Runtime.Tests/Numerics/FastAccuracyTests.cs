using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>Holds every function of Fast networks, at every width, to the bound that its documentation states.</summary>
public sealed class FastAccuracyTests
{
    [Fact]
    public void Exp_is_within_its_bound() => ErrorMeasurement<FastFunctions.Exp>.Run();

    [Fact]
    public void Tanh_is_within_its_bound() => ErrorMeasurement<FastFunctions.Tanh>.Run();

    [Fact]
    public void Sigmoid_is_within_its_bound() => ErrorMeasurement<FastFunctions.Sigmoid>.Run();

    [Fact]
    public void Softplus_is_within_its_bound() => ErrorMeasurement<FastFunctions.Softplus>.Run();

    [Fact]
    public void Elu_is_within_its_bound() => ErrorMeasurement<FastFunctions.Elu>.Run();

    [Fact]
    public void Silu_is_within_its_bound() => ErrorMeasurement<FastFunctions.Silu>.Run();

    [Fact]
    public void SoftplusSlope_is_within_its_bound() => ErrorMeasurement<FastFunctions.SoftplusSlope>.Run();

    [Fact]
    public void SiluSlope_is_within_its_bound() => ErrorMeasurement<FastFunctions.SiluSlope>.Run();

    [Fact]
    public void EluOfThird_is_within_its_bound() => ErrorMeasurement<FastFunctions.EluOfThird>.Run();

    [Fact]
    public void Selu_is_within_its_bound() => ErrorMeasurement<FastFunctions.Selu>.Run();

    [Fact]
    public void Mish_is_within_its_bound() => ErrorMeasurement<FastFunctions.Mish>.Run();

    [Fact]
    public void MishSlope_is_within_its_bound() => ErrorMeasurement<FastFunctions.MishSlope>.Run();
}
