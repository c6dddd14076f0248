using System;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>
/// What a bound in ulp leaves open for the functions of fast networks: ends, signs of zero, NaN, and where small results become zero.
/// One width is enough here, for FastAccuracyTests demand the same bits of all.
/// </summary>
public sealed class FastSpecialValueTests
{
    private const float Infinity = float.PositiveInfinity;

    [Fact]
    public void Exponentials_end_exactly()
    {
        FastVectorMath.Exp(0f).ShouldBe(1);
        FastVectorMath.Exp(-0f).ShouldBe(1);
        FastVectorMath.Exp(88.72283f).ShouldBeInRange(3.4027e38f, float.MaxValue);
        FastVectorMath.Exp(88.7229f).ShouldBe(Infinity);
        FastVectorMath.Exp(Infinity).ShouldBe(Infinity);
        FastVectorMath.Exp(-Infinity).ShouldBe(0);
        FastVectorMath.Softplus(Infinity).ShouldBe(Infinity);
        FastVectorMath.Softplus(float.MaxValue).ShouldBe(float.MaxValue);
        FastVectorMath.Softplus(-Infinity).ShouldBe(0);
        FastVectorMath.Elu(Infinity).ShouldBe(Infinity);
        FastVectorMath.Elu(float.MaxValue).ShouldBe(float.MaxValue);
        FastVectorMath.Elu(-17.4f).ShouldBe(-1);
        FastVectorMath.Elu(-Infinity).ShouldBe(-1);
        FastVectorMath.Elu(-Infinity, 0.5f).ShouldBe(-0.5f);
        FastVectorMath.Elu(Infinity, 0.5f).ShouldBe(Infinity);
        FastVectorMath.Selu(Infinity).ShouldBe(Infinity);
        FastVectorMath.Selu(-Infinity).ShouldBe(-1.7580993f);
        FastVectorMath.SoftplusSlope(0f).ShouldBe(0);
        FastVectorMath.SoftplusSlope(17.4f).ShouldBe(1);
        FastVectorMath.SoftplusSlope(Infinity).ShouldBe(1);
    }

    [Fact]
    public void Quotients_end_exactly()
    {
        FastVectorMath.Tanh(Infinity).ShouldBe(1);
        FastVectorMath.Tanh(-Infinity).ShouldBe(-1);
        FastVectorMath.Tanh(float.MaxValue).ShouldBe(1);
        FastVectorMath.Sigmoid(0f).ShouldBe(0.5f);
        FastVectorMath.Sigmoid(-0f).ShouldBe(0.5f);
        FastVectorMath.Sigmoid(17.4f).ShouldBe(1);
        FastVectorMath.Sigmoid(Infinity).ShouldBe(1);
        FastVectorMath.Sigmoid(-Infinity).ShouldBe(0);
        FastVectorMath.Silu(Infinity).ShouldBe(Infinity);
        FastVectorMath.Silu(float.MaxValue).ShouldBe(float.MaxValue);
        FastVectorMath.Silu(-Infinity).ShouldBe(0);
        FastVectorMath.Mish(Infinity).ShouldBe(Infinity);
        FastVectorMath.Mish(float.MaxValue).ShouldBe(float.MaxValue);
        FastVectorMath.Mish(12f).ShouldBe(12);
        FastVectorMath.Mish(-Infinity).ShouldBe(0);
        FastVectorMath.MishSlope(0f).ShouldBe(0.6f);
        FastVectorMath.MishSlope(Infinity).ShouldBe(1);
        FastVectorMath.MishSlope(-Infinity).ShouldBe(0);
        FastVectorMath.SiluSlope(0f).ShouldBe(0.5f);
        FastVectorMath.SiluSlope(Infinity).ShouldBe(1);
        FastVectorMath.SiluSlope(-Infinity).ShouldBe(0);
    }

    [Fact]
    public void Tanh_is_1_from_where_it_saturates_on()
    {
        for (float x = 9.02f; x < 12; x = MathF.BitIncrement(x) * 1.00001f)
        {
            FastVectorMath.Tanh(x).ShouldBe(1);
            FastVectorMath.Tanh(-x).ShouldBe(-1);
        }
    }

    [Fact]
    public void No_result_leaves_its_range()
    {
        for (float x = 1e-3f; x < 120; x *= 1.00001f)
        {
            Math.Abs(FastVectorMath.Tanh(x)).ShouldBeLessThanOrEqualTo(1);
            FastVectorMath.Sigmoid(x).ShouldBeInRange(0.5f, 1);
            FastVectorMath.Sigmoid(-x).ShouldBeInRange(0, 0.5f);
            FastVectorMath.Elu(-x).ShouldBeInRange(-1, 0);
            FastVectorMath.SoftplusSlope(x).ShouldBeInRange(0, 1);

            // An exponential of what is not positive: softmax divides a part by the whole.
            FastVectorMath.Exp(-x).ShouldBeInRange(0, 1);
        }
    }

    [Fact]
    public void Small_results_are_right_or_zero()
    {
        for (float x = -86; x > -110; x -= 0.0009765625f)
        {
            OnlyZeroIsWrong(FastVectorMath.Exp(x), Math.Exp(x), 1.7e-38);
            OnlyZeroIsWrong(FastVectorMath.Softplus(x), Reference.Softplus(x), 1.7e-38);
            OnlyZeroIsWrong(FastVectorMath.Sigmoid(x), Reference.Sigmoid(x), 3e-39);
            OnlyZeroIsWrong(FastVectorMath.Mish(x), Reference.Mish(x), 1.5e-36);
            OnlyZeroIsWrong(FastVectorMath.Silu(x), Reference.Silu(x), 3e-37);
        }

        // 4 ulp, or 0 for no more than the largest that may be lost.
        static void OnlyZeroIsWrong(float value, double exact, double lost)
        {
            if (value == 0)
            {
                Math.Abs(exact).ShouldBeLessThan(lost);
            }
            else
            {
                Math.Abs(value - exact).ShouldBeLessThanOrEqualTo(Math.Max(Math.Abs(exact) * Math.ScaleB(1, -21), 4 * (double)float.Epsilon));
            }
        }
    }

    [Fact]
    public void Tanh_is_odd_and_all_that_go_through_zero_keep_its_sign()
    {
        foreach (Func<float, float> function in (Func<float, float>[])[FastVectorMath.Tanh, FastVectorMath.Elu, FastVectorMath.Silu, FastVectorMath.Selu, FastVectorMath.Mish, z => FastVectorMath.Elu(z, 3f)])
        {
            float.IsNegative(function(0f)).ShouldBeFalse();
            float.IsNegative(function(-0f)).ShouldBeTrue();
            function(0f).ShouldBe(0);
            function(-0f).ShouldBe(0);
        }

        for (float x = float.Epsilon; x < 1e30f; x *= 1.9f)
        {
            FastVectorMath.Tanh(-x).ShouldBe(-FastVectorMath.Tanh(x));
        }
    }

    [Fact]
    public void A_NaN_leaves_every_function_as_NaN()
    {
        Func<float, float>[] functions =
        [
            FastVectorMath.Exp, FastVectorMath.Tanh, FastVectorMath.Sigmoid, FastVectorMath.Softplus, FastVectorMath.Elu,
            FastVectorMath.Silu, FastVectorMath.SiluSlope, FastVectorMath.SoftplusSlope, FastVectorMath.Selu, FastVectorMath.Mish, FastVectorMath.MishSlope,
            z => FastVectorMath.Elu(z, 3f),
        ];
        foreach (Func<float, float> function in functions)
        {
            function(float.NaN).ShouldBe(float.NaN);
            function(-float.NaN).ShouldBe(float.NaN);
            function(BitConverter.Int32BitsToSingle(0x7F800001)).ShouldBe(float.NaN);
        }
    }
}
