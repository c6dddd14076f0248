using System;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>
/// What a bound in ulp leaves open: exact ends, signs of zero, symmetry, NaN. One width is enough here, for AccuracyTests
/// demand the same bits of all.
/// </summary>
public sealed class SpecialValueTests
{
    private const float Infinity = float.PositiveInfinity;

    [Fact]
    public void Exponentials_end_exactly()
    {
        VectorMath.Exp(0f).ShouldBe(1);
        VectorMath.Exp(-0f).ShouldBe(1);
        VectorMath.Exp(88.72283f).ShouldBeInRange(3.4027e38f, float.MaxValue);
        VectorMath.Exp(88.72284f).ShouldBe(Infinity);
        VectorMath.Exp(Infinity).ShouldBe(Infinity);
        VectorMath.Exp(-103.97f).ShouldBe(float.Epsilon);
        ShouldBeZero(VectorMath.Exp(-103.98f), isNegative: false);
        ShouldBeZero(VectorMath.Exp(-Infinity), isNegative: false);
        VectorMath.Expm1(-Infinity).ShouldBe(-1);
        VectorMath.Expm1(-17.4f).ShouldBe(-1);
        VectorMath.Expm1(Infinity).ShouldBe(Infinity);
        VectorMath.Expm1(88.72283f).ShouldBeInRange(3.4027e38f, float.MaxValue);
    }

    [Fact]
    public void Subnormal_numbers_alone_become_zero()
    {
        ShouldBeZero(VectorMath.ZeroSubnormal(float.Epsilon), isNegative: false);
        ShouldBeZero(VectorMath.ZeroSubnormal(-MathF.BitDecrement(1.17549435e-38f)), isNegative: false);
        VectorMath.ZeroSubnormal(1.17549435e-38f).ShouldBe(1.17549435e-38f);
        VectorMath.ZeroSubnormal(-1.17549435e-38f).ShouldBe(-1.17549435e-38f);
        VectorMath.ZeroSubnormal(Infinity).ShouldBe(Infinity);
        VectorMath.ZeroSubnormal(float.NaN).ShouldBe(float.NaN);
    }

    [Fact]
    public void Logarithms_end_exactly()
    {
        ShouldBeZero(VectorMath.Log(1f), isNegative: false);
        VectorMath.Log(0f).ShouldBe(-Infinity);
        VectorMath.Log(-0f).ShouldBe(-Infinity);
        VectorMath.Log(Infinity).ShouldBe(Infinity);
        VectorMath.Log(-1e-45f).ShouldBe(float.NaN);
        VectorMath.Log(-Infinity).ShouldBe(float.NaN);
        VectorMath.Log(float.Epsilon).ShouldBe(-103.27893f);
        VectorMath.Log1p(-1f).ShouldBe(-Infinity);
        VectorMath.Log1p(-1.0000001f).ShouldBe(float.NaN);
        VectorMath.Log1p(Infinity).ShouldBe(Infinity);
    }

    [Fact]
    public void Saturating_functions_saturate_exactly()
    {
        for (float x = 9.02f; x < 12; x = MathF.BitIncrement(x) * 1.0001f)
        {
            VectorMath.Tanh(x).ShouldBe(1);
            VectorMath.Tanh(-x).ShouldBe(-1);
        }

        VectorMath.Tanh(Infinity).ShouldBe(1);
        VectorMath.Tanh(-Infinity).ShouldBe(-1);
        VectorMath.Erf(3.93f).ShouldBe(1);
        VectorMath.Erf(-Infinity).ShouldBe(-1);
        VectorMath.Sigmoid(0f).ShouldBe(0.5f);
        VectorMath.Sigmoid(-0f).ShouldBe(0.5f);
        VectorMath.Sigmoid(17.4f).ShouldBe(1);
        VectorMath.Sigmoid(Infinity).ShouldBe(1);
        VectorMath.Sigmoid(-103f).ShouldBeInRange(float.Epsilon, 3 * float.Epsilon);
        ShouldBeZero(VectorMath.Sigmoid(-104.1f), isNegative: false);
        ShouldBeZero(VectorMath.Sigmoid(-Infinity), isNegative: false);
        VectorMath.ArcTan(Infinity).ShouldBe(MathF.PI / 2);
        VectorMath.ArcTan(-Infinity).ShouldBe(-MathF.PI / 2);
    }

    [Fact]
    public void No_result_leaves_its_range()
    {
        for (float x = 1e-3f; x < 20; x *= 1.00001f)
        {
            Math.Abs(VectorMath.Tanh(x)).ShouldBeLessThanOrEqualTo(1);
            Math.Abs(VectorMath.Erf(x)).ShouldBeLessThanOrEqualTo(1);
            VectorMath.Sigmoid(x).ShouldBeInRange(0.5f, 1);
            VectorMath.Elu(-x).ShouldBeInRange(-1, 0);
            VectorMath.SoftplusSlope(x).ShouldBeInRange(0, 1);
            Math.Abs(VectorMath.Softsign(x)).ShouldBeLessThanOrEqualTo(1);
            VectorMath.HardSigmoid(x).ShouldBeInRange(0.5f, 1);
            VectorMath.Selu(-x).ShouldBeInRange(-1.7580993f, 0);
            VectorMath.SeluSlope(VectorMath.Selu(-x)).ShouldBeInRange(0, 1.7580993f);
        }
    }

    [Fact]
    public void Activations_end_exactly()
    {
        VectorMath.Softplus(Infinity).ShouldBe(Infinity);
        VectorMath.Softplus(-Infinity).ShouldBe(0);
        VectorMath.Elu(Infinity).ShouldBe(Infinity);
        VectorMath.Elu(-Infinity).ShouldBe(-1);
        VectorMath.Silu(Infinity).ShouldBe(Infinity);
        VectorMath.Silu(float.MaxValue).ShouldBe(float.MaxValue);
        VectorMath.Silu(-Infinity).ShouldBe(0);
        VectorMath.Gelu(Infinity).ShouldBe(Infinity);
        VectorMath.Gelu(float.MaxValue).ShouldBe(float.MaxValue);
        VectorMath.Gelu(-Infinity).ShouldBe(0);
        VectorMath.LeakyRelu(-Infinity).ShouldBe(-Infinity);
        VectorMath.Relu(-Infinity).ShouldBe(0);
        VectorMath.ReluSlope(0f).ShouldBe(0);
        VectorMath.LeakyReluSlope(0f).ShouldBe(0.01f);
        VectorMath.EluSlope(0f).ShouldBe(1);
        VectorMath.LeakyRelu(-Infinity, 0.1f).ShouldBe(-Infinity);
        VectorMath.LeakyRelu(-Infinity, 3f).ShouldBe(-Infinity);
        VectorMath.LeakyRelu(Infinity, 3f).ShouldBe(Infinity);
        VectorMath.LeakyReluSlope(0f, 3f).ShouldBe(3);
        VectorMath.Elu(-Infinity, 0.5f).ShouldBe(-0.5f);
        VectorMath.Elu(Infinity, 0.5f).ShouldBe(Infinity);
        VectorMath.EluSlope(0f, 0.5f).ShouldBe(0.5f);
        VectorMath.EluSlope(-0.5f, 0.5f).ShouldBe(0);
        VectorMath.Selu(Infinity).ShouldBe(Infinity);
        VectorMath.Selu(-Infinity).ShouldBe(-1.7580993f);
        VectorMath.SeluSlope(-1.7580993f).ShouldBe(0);
        VectorMath.SeluSlope(0f).ShouldBe(1.7580993f);
        VectorMath.Relu6(Infinity).ShouldBe(6);
        VectorMath.Relu6(-Infinity).ShouldBe(0);
        VectorMath.Relu6Slope(6f).ShouldBe(0);
        VectorMath.Relu6Slope(MathF.BitDecrement(6)).ShouldBe(1);
        VectorMath.HardSigmoid(Infinity).ShouldBe(1);
        VectorMath.HardSigmoid(-Infinity).ShouldBe(0);
        VectorMath.HardSigmoid(3f).ShouldBe(1);
        VectorMath.HardSigmoid(-3f).ShouldBe(0);
        VectorMath.HardSigmoid(0f).ShouldBe(0.5f);
        VectorMath.HardSigmoidSlope(1f).ShouldBe(0);
        VectorMath.HardSwish(Infinity).ShouldBe(Infinity);
        VectorMath.HardSwish(float.MaxValue).ShouldBe(float.MaxValue);
        VectorMath.HardSwish(3f).ShouldBe(3);
        ShouldBeZero(VectorMath.HardSwish(-Infinity), isNegative: true);
        VectorMath.HardSwishSlope(0f).ShouldBe(0.5f);
        VectorMath.HardSwishSlope(-3f).ShouldBe(0);
        VectorMath.HardSwishSlope(3f).ShouldBe(1);
        VectorMath.HardSwishSlope(Infinity).ShouldBe(1);
        VectorMath.HardSwishSlope(-Infinity).ShouldBe(0);
        VectorMath.Mish(Infinity).ShouldBe(Infinity);
        VectorMath.Mish(float.MaxValue).ShouldBe(float.MaxValue);
        VectorMath.Mish(12f).ShouldBe(12);
        ShouldBeZero(VectorMath.Mish(-Infinity), isNegative: true);
        ShouldBeZero(VectorMath.Mish(-108.8f), isNegative: true);
        VectorMath.MishSlope(0f).ShouldBe(0.6f);
        VectorMath.MishSlope(Infinity).ShouldBe(1);
        VectorMath.MishSlope(-Infinity).ShouldBe(0);
        VectorMath.Softsign(Infinity).ShouldBe(1);
        VectorMath.Softsign(-Infinity).ShouldBe(-1);
        VectorMath.Softsign(float.MaxValue).ShouldBe(1);
        VectorMath.SoftsignSlope(1f).ShouldBe(0);
        VectorMath.SoftsignSlope(-0f).ShouldBe(1);
        VectorMath.SiluSlope(0f).ShouldBe(0.5f);
        VectorMath.SiluSlope(Infinity).ShouldBe(1);
        VectorMath.SiluSlope(-Infinity).ShouldBe(0);
        VectorMath.GeluSlope(0f).ShouldBe(0.5f);
        VectorMath.GeluSlope(Infinity).ShouldBe(1);
        VectorMath.GeluSlope(-Infinity).ShouldBe(0);
    }

    [Fact]
    public void Odd_functions_are_odd_and_keep_the_sign_of_zero()
    {
        foreach (Func<float, float> function in (Func<float, float>[])[VectorMath.Tanh, VectorMath.ArcTan, VectorMath.Erf, VectorMath.Softsign])
        {
            ShouldBeZero(function(0f), isNegative: false);
            ShouldBeZero(function(-0f), isNegative: true);
            for (float x = float.Epsilon; x < 1e30f; x *= 1.9f)
            {
                function(-x).ShouldBe(-function(x));
            }
        }

        VectorMath.Tanh(1e-40f).ShouldBe(1e-40f);
        VectorMath.ArcTan(1e-40f).ShouldBe(1e-40f);
        foreach (Func<float, float> function in (Func<float, float>[])[VectorMath.Expm1, VectorMath.Log1p, VectorMath.Elu, VectorMath.Silu, VectorMath.Selu, VectorMath.HardSwish, VectorMath.Mish, z => VectorMath.Elu(z, 3f), z => VectorMath.LeakyRelu(z, 3f)])
        {
            ShouldBeZero(function(0f), isNegative: false);
            ShouldBeZero(function(-0f), isNegative: true);
        }
    }

    [Fact]
    public void A_NaN_leaves_every_function_of_numbers_as_NaN()
    {
        Func<float, float>[] functions =
        [
            VectorMath.Exp, VectorMath.Log, VectorMath.Log1p, VectorMath.Expm1, VectorMath.Tanh, VectorMath.Sigmoid,
            VectorMath.Softplus, VectorMath.ArcTan, VectorMath.Erf, VectorMath.Elu, VectorMath.Silu, VectorMath.Gelu,
            VectorMath.LeakyRelu, VectorMath.Relu, VectorMath.SiluSlope, VectorMath.GeluSlope, VectorMath.ArcTanSlope,
            VectorMath.SoftplusSlope, VectorMath.EluSlope, VectorMath.SigmoidSlope, VectorMath.TanhSlope,
            z => VectorMath.LeakyRelu(z, 0.1f), z => VectorMath.LeakyRelu(z, 3f), z => VectorMath.Elu(z, 3f), a => VectorMath.EluSlope(a, 3f),
            VectorMath.Selu, VectorMath.SeluSlope, VectorMath.Relu6, VectorMath.HardSigmoid, VectorMath.HardSwish, VectorMath.HardSwishSlope,
            VectorMath.Mish, VectorMath.MishSlope, VectorMath.Softsign, VectorMath.SoftsignSlope,
        ];
        foreach (Func<float, float> function in functions)
        {
            function(float.NaN).ShouldBe(float.NaN);
            function(-float.NaN).ShouldBe(float.NaN);
            function(BitConverter.Int32BitsToSingle(0x7F800001)).ShouldBe(float.NaN);
        }
    }

    private static void ShouldBeZero(float value, bool isNegative)
    {
        value.ShouldBe(0);
        float.IsNegative(value).ShouldBe(isNegative);
    }
}
