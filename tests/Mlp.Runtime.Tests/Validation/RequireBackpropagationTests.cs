using System;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Validation;

/// <summary>The spans of a way back: which results may be left out, what is refused, and in which words. Samples have 3 inputs and 2 outputs, networks 8 parameters.</summary>
public sealed class RequireBackpropagationTests
{
    [Theory]
    [InlineData(2, 8, 6)]
    [InlineData(2, 8, 0)]
    [InlineData(2, 0, 6)]
    [InlineData(0, 8, 0)]
    [InlineData(0, 0, 0)]
    public void What_is_wanted_may_be_one_or_both(int samples, int gradient, int inputGradient) =>
        Should.NotThrow(() => Check(new float[3 * samples], new float[2 * samples], new float[gradient], new float[inputGradient]));

    [Theory]
    [InlineData(5, 4, 8, 6, "inputs", "inputs has length 5, but must have a multiple of 3, the size of a sample.")]
    [InlineData(6, 3, 8, 6, "outputGradient", "outputGradient has length 3, but must have length 4: samples 2, values a sample 2.")]
    [InlineData(0, 2, 8, 0, "outputGradient", "outputGradient has length 2, but must have length 0: samples 0, values a sample 2.")]
    [InlineData(6, 4, 7, 6, "gradient", "gradient has length 7, but must have length 8, or be empty where it is not wanted.")]
    [InlineData(6, 4, 8, 3, "inputGradient", "inputGradient has length 3, but must have length 6, or be empty where it is not wanted.")]
    [InlineData(0, 0, 8, 3, "inputGradient", "inputGradient has length 3, but must have length 0, or be empty where it is not wanted.")]
    [InlineData(6, 4, 0, 0, "gradient", "gradient and inputGradient are both empty, but one of them must be there for a result: gradient with length 8, or inputGradient with length 6.")]
    public void Wrong_lengths_are_named(int inputs, int outputGradient, int gradient, int inputGradient, string parameter, string message) =>
        AssertRefused(parameter, message, () => Check(new float[inputs], new float[outputGradient], new float[gradient], new float[inputGradient]));

    [Theory]
    [InlineData(0, 6, 9, 17, "gradient")]
    [InlineData(0, 14, 7, 18, "gradient")]
    [InlineData(0, 6, 10, 5, "inputGradient")]
    [InlineData(10, 6, 16, 5, "inputGradient")]
    [InlineData(0, 6, 10, 17, "inputGradient")]
    public void Results_have_memory_of_their_own(int inputs, int outputGradient, int gradient, int inputGradient, string parameter)
    {
        float[] memory = new float[32];

        AssertRefused(parameter, $"{parameter} overlaps another span of the call, but must have memory of its own.", () => Check(
            memory.AsSpan(inputs, 6), memory.AsSpan(outputGradient, 4), memory.AsSpan(gradient, 8), memory.AsSpan(inputGradient, 6)));
    }

    [Fact]
    public void Neighbours_do_not_overlap_and_what_is_only_read_may()
    {
        float[] memory = new float[24];
        Should.NotThrow(() => Check(memory.AsSpan(0, 6), memory.AsSpan(6, 4), memory.AsSpan(10, 8), memory.AsSpan(18, 6)));
        Should.NotThrow(() => Check(memory.AsSpan(0, 6), memory.AsSpan(2, 4), memory.AsSpan(10, 8), memory.AsSpan(18, 6)));
    }

    private static void Check(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> gradient, ReadOnlySpan<float> inputGradient) =>
        Require.Backpropagation(inputs, 3, outputGradient, 2, gradient, 8, inputGradient);

    private static void AssertRefused(string parameter, string message, Action call)
    {
        ArgumentException thrown = Should.Throw<ArgumentException>(call);
        thrown.ParamName.ShouldBe(parameter);
        thrown.Message.ShouldBe($"{message} (Parameter '{parameter}')");
    }
}
