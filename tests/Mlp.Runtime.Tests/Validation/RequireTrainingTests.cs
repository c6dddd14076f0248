using System;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Validation;

/// <summary>What a step takes: rates, gradients and weights that are numbers. Inputs have the rule of targets that are any number.</summary>
public sealed class RequireTrainingTests
{
    // A NaN of either sign is one case to a test runner: the tests below that have a NaN negate it too.
    public static TheoryData<float> NotFinite => [float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    [Theory]
    [InlineData(0f)]
    [InlineData(float.Epsilon)]
    [InlineData(0.1f)]
    [InlineData(float.MaxValue)]
    public void A_finite_rate_of_zero_or_more_passes(float rate)
    {
        Require.LearningRate(rate, "learningRate");
        Require.IsLearningRate(rate).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(NotFinite))]
    [InlineData(-0.1f)]
    [InlineData(-float.Epsilon)]
    public void Any_other_rate_is_refused_in_the_words_of_the_trainer(float rate)
    {
        Require.IsLearningRate(float.IsNaN(rate) ? -rate : rate).ShouldBeFalse();
        var exception = Should.Throw<ArgumentOutOfRangeException>(() => Require.LearningRate(rate, "learningRate"));

        exception.ParamName.ShouldBe("learningRate");
        exception.Message.ShouldStartWith(FormattableString.Invariant($"learningRate is {rate}, but must be a finite number of 0 or more."));
        Require.IsLearningRate(rate).ShouldBeFalse();
    }

    [Fact]
    public void A_double_past_all_floats_is_no_rate() => Require.IsLearningRate(1e39).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(NotFinite))]
    public void One_bad_element_of_a_gradient_is_found_at_every_position(float wrong)
    {
        for (int length = 1; length <= 150; length++)
        {
            float[] gradient = new float[length];
            Array.Fill(gradient, float.MinValue);
            for (int index = 0; index < length; index++)
            {
                Require.FiniteGradient(gradient, "gradient");
                gradient[index] = wrong;
                Should.Throw<ArgumentException>(() => Require.FiniteGradient(gradient, "gradient")).Message
                    .ShouldStartWith(FormattableString.Invariant($"gradient has {wrong} at index {index} (counted from 0), but must have a finite number."));
                gradient[index] = -gradient[index];
                Should.Throw<ArgumentException>(() => Require.FiniteGradient(gradient, "gradient"));
                gradient[index] = float.Epsilon;
            }
        }
    }

    [Theory]
    [MemberData(nameof(NotFinite))]
    [InlineData(-1f)]
    public void A_weight_of_a_sample_is_finite_and_not_negative(float wrong)
    {
        Require.SampleWeights([], 3, "sampleWeights");
        Require.SampleWeights([0, float.Epsilon, float.MaxValue], 3, "sampleWeights");

        Should.Throw<ArgumentException>(() => Require.SampleWeights([1, wrong, 1], 3, "sampleWeights")).Message
            .ShouldStartWith(FormattableString.Invariant($"sampleWeights has {wrong} at index 1 (counted from 0), but must have a finite number of 0 or more."));
        Should.Throw<ArgumentException>(() => Require.SampleWeights([1, float.IsNaN(wrong) ? -wrong : wrong, 1], 3, "sampleWeights"));
        Should.Throw<ArgumentException>(() => Require.SampleWeights([1], 3, "sampleWeights")).Message.ShouldContain("must have length 3");
    }

    [Theory]
    [MemberData(nameof(NotFinite))]
    public void A_scale_is_finite(float wrong)
    {
        Require.Scale(-1, "scale");

        Should.Throw<ArgumentOutOfRangeException>(() => Require.Scale(wrong, "scale")).Message.ShouldContain("but must be a finite number.");
        Should.Throw<ArgumentOutOfRangeException>(() => Require.Scale(-wrong, "scale"));
    }

    [Fact]
    public void The_largest_rate_is_a_finite_step_of_Adam()
    {
        OptimizerStep step = new OptimizerState().CountStep(float.MaxValue, 0.9, 0.999);

        step.Size.ShouldBe(float.MaxValue);
        float.IsFinite(step.RootScale).ShouldBeTrue();
    }
}
