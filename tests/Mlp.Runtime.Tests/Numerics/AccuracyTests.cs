using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>Holds every function, at every width, to the bound that its documentation states.</summary>
public sealed class AccuracyTests
{
    [Fact]
    public void Exp_is_within_its_bound() => ErrorMeasurement<Functions.Exp>.Run();

    [Fact]
    public void Log_is_within_its_bound() => ErrorMeasurement<Functions.Log>.Run();

    [Fact]
    public void Log1p_is_within_its_bound() => ErrorMeasurement<Functions.Log1p>.Run();

    [Fact]
    public void Expm1_is_within_its_bound() => ErrorMeasurement<Functions.Expm1>.Run();

    [Fact]
    public void Tanh_is_within_its_bound() => ErrorMeasurement<Functions.Tanh>.Run();

    [Fact]
    public void Sigmoid_is_within_its_bound() => ErrorMeasurement<Functions.Sigmoid>.Run();

    [Fact]
    public void Softplus_is_within_its_bound() => ErrorMeasurement<Functions.Softplus>.Run();

    [Fact]
    public void ArcTan_is_within_its_bound() => ErrorMeasurement<Functions.ArcTan>.Run();

    [Fact]
    public void Erf_is_within_its_bound() => ErrorMeasurement<Functions.Erf>.Run();

    [Fact]
    public void Elu_is_within_its_bound() => ErrorMeasurement<Functions.Elu>.Run();

    [Fact]
    public void Silu_is_within_its_bound() => ErrorMeasurement<Functions.Silu>.Run();

    [Fact]
    public void Gelu_is_within_its_bound() => ErrorMeasurement<Functions.Gelu>.Run();

    [Fact]
    public void Relu_is_within_its_bound() => ErrorMeasurement<Functions.Relu>.Run();

    [Fact]
    public void LeakyRelu_is_within_its_bound() => ErrorMeasurement<Functions.LeakyRelu>.Run();

    [Fact]
    public void SiluSlope_is_within_its_bound() => ErrorMeasurement<Functions.SiluSlope>.Run();

    [Fact]
    public void GeluSlope_is_within_its_bound() => ErrorMeasurement<Functions.GeluSlope>.Run();

    [Fact]
    public void ArcTanSlope_is_within_its_bound() => ErrorMeasurement<Functions.ArcTanSlope>.Run();

    [Fact]
    public void SoftplusSlope_is_within_its_bound() => ErrorMeasurement<Functions.SoftplusSlope>.Run();

    [Fact]
    public void EluSlope_is_within_its_bound() => ErrorMeasurement<Functions.EluSlope>.Run();

    [Fact]
    public void ReluSlope_is_within_its_bound() => ErrorMeasurement<Functions.ReluSlope>.Run();

    [Fact]
    public void LeakyReluSlope_is_within_its_bound() => ErrorMeasurement<Functions.LeakyReluSlope>.Run();

    [Fact]
    public void LeakyReluOfTenth_is_within_its_bound() => ErrorMeasurement<Functions.LeakyReluOfTenth>.Run();

    [Fact]
    public void LeakyReluOfThree_is_within_its_bound() => ErrorMeasurement<Functions.LeakyReluOfThree>.Run();

    [Fact]
    public void LeakyReluSlopeOfTenth_is_within_its_bound() => ErrorMeasurement<Functions.LeakyReluSlopeOfTenth>.Run();

    [Fact]
    public void EluOfThird_is_within_its_bound() => ErrorMeasurement<Functions.EluOfThird>.Run();

    [Fact]
    public void EluOfThree_is_within_its_bound() => ErrorMeasurement<Functions.EluOfThree>.Run();

    [Fact]
    public void EluSlopeOfThird_is_within_its_bound() => ErrorMeasurement<Functions.EluSlopeOfThird>.Run();

    [Fact]
    public void EluSlopeOfThree_is_within_its_bound() => ErrorMeasurement<Functions.EluSlopeOfThree>.Run();

    [Fact]
    public void ZeroSubnormal_is_exact() => ErrorMeasurement<Functions.ZeroSubnormal>.Run();

    [Fact]
    public void SigmoidSlope_is_within_its_bound() => ErrorMeasurement<Functions.SigmoidSlope>.Run();

    [Fact]
    public void TanhSlope_is_within_its_bound() => ErrorMeasurement<Functions.TanhSlope>.Run();

    [Fact]
    public void Relu6_is_within_its_bound() => ErrorMeasurement<Functions.Relu6>.Run();

    [Fact]
    public void Relu6Slope_is_within_its_bound() => ErrorMeasurement<Functions.Relu6Slope>.Run();

    [Fact]
    public void HardSigmoid_is_within_its_bound() => ErrorMeasurement<Functions.HardSigmoid>.Run();

    [Fact]
    public void HardSigmoidSlope_is_within_its_bound() => ErrorMeasurement<Functions.HardSigmoidSlope>.Run();

    [Fact]
    public void HardSwish_is_within_its_bound() => ErrorMeasurement<Functions.HardSwish>.Run();

    [Fact]
    public void HardSwishSlope_is_within_its_bound() => ErrorMeasurement<Functions.HardSwishSlope>.Run();

    [Fact]
    public void Selu_is_within_its_bound() => ErrorMeasurement<Functions.Selu>.Run();

    [Fact]
    public void SeluSlope_is_within_its_bound() => ErrorMeasurement<Functions.SeluSlope>.Run();

    [Fact]
    public void Mish_is_within_its_bound() => ErrorMeasurement<Functions.Mish>.Run();

    [Fact]
    public void MishSlope_is_within_its_bound() => ErrorMeasurement<Functions.MishSlope>.Run();

    [Fact]
    public void Softsign_is_within_its_bound() => ErrorMeasurement<Functions.Softsign>.Run();

    [Fact]
    public void SoftsignSlope_is_within_its_bound() => ErrorMeasurement<Functions.SoftsignSlope>.Run();
}
