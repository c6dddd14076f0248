using System;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using Mlp.Validation;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Validation;

/// <summary>Demands pass what is right and name what is wrong, to the word.</summary>
public sealed class RequireTests
{
    [Fact]
    public void A_length_names_the_parameter_and_both_lengths()
    {
        Require.Length(4, 4, "input");
        ShouldFail(() => Require.Length(3, 4, "input"), "input", "The length of 'input' is 3; 4 expected.");
    }

    [Fact]
    public void Samples_are_counted_without_a_rest()
    {
        Require.Samples(0, 4, "inputs").ShouldBe(0);
        Require.Samples(12, 4, "inputs").ShouldBe(3);
        ShouldFail(
            () => Require.Samples(13, 4, "inputs"),
            "inputs",
            "The length of 'inputs' is 13; a multiple of 4, the size of a sample, expected.");
    }

    [Fact]
    public void An_empty_batch_is_refused()
    {
        Require.NotEmpty(1, "inputs");
        ShouldFail(
            () => Require.NotEmpty(0, "inputs"),
            "inputs",
            "'inputs' is empty; one sample or more expected, for a mean of nothing is nothing.");
    }

    [Fact]
    public void A_batch_has_the_length_of_its_samples_beyond_32_bits_too()
    {
        Require.BatchLength(12, 4, 3, "outputs");
        ShouldFail(
            () => Require.BatchLength(10, 4, 3, "outputs"),
            "outputs",
            "The length of 'outputs' is 10; 12 expected (4 samples × 3).");

        // 2²⁰ × 2¹² is 0 in 32 bits.
        ShouldFail(
            () => Require.BatchLength(0, 1 << 20, 1 << 12, "outputs"),
            "outputs",
            "The length of 'outputs' is 0; 4294967296 expected (1048576 samples × 4096).");
    }

    [Fact]
    public void Overlapping_spans_are_refused()
    {
        float[] memory = new float[10];
        Require.NoOverlap(memory.AsSpan(0, 5), memory.AsSpan(5), "output");
        Require.NoOverlap(memory.AsSpan(0, 0), memory, "output");
        const string Message = "'output' overlaps another span of the call; memory of its own expected.";
        ShouldFail(() => Require.NoOverlap(memory.AsSpan(0, 6), memory.AsSpan(5), "output"), "output", Message);
        ShouldFail(() => Require.NoOverlap(Ints(memory.AsSpan(0, 6)), memory.AsSpan(5), "output"), "output", Message);
        Require.NoOverlap(Ints(memory.AsSpan(0, 5)), memory.AsSpan(5), "output");
    }

    [Fact]
    public void A_default_network_has_no_parameters()
    {
        Require.Initialized([], "Net");
        Should.Throw<InvalidOperationException>(() => Require.Initialized(null, "Net")).Message.ShouldBe(
            "This Net is the default value of its type and has no parameters; make it with a constructor.");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void The_first_label_that_is_no_class_is_named(int bad)
    {
        for (int length = 0; length < 70; length++)
        {
            int[] labels = [.. Enumerable.Range(0, length).Select(i => i % 3)];
            Require.Labels(labels, 3, "labels");
            for (int row = 0; row < length; row++)
            {
                int[] wrong = [.. labels];
                wrong[row] = bad;
                wrong[^1] = row == length - 1 ? bad : 99;
                string value = bad.ToString(CultureInfo.InvariantCulture);
                ShouldFail(() => Require.Labels(wrong, 3, "labels"), "labels", $"Row {row} of 'labels' is {value}; a class from 0 to 2 expected.");
            }
        }
    }

    [Theory]
    [InlineData(-1e-45f)]
    [InlineData(1.0000001f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void The_first_value_that_is_no_probability_is_named(float bad) =>
        ShouldNameEach(bad, Require.Probabilities, "a probability from 0 to 1", 0, 1, -0f, 0.5f);

    [Theory]
    [InlineData(-1e-45f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void The_first_value_that_is_no_count_is_named(float bad) =>
        ShouldNameEach(bad, Require.Counts, "a finite number of 0 or more", 0, 1e9f, -0f, float.MaxValue);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void The_first_value_that_is_not_finite_is_named(float bad) =>
        ShouldNameEach(bad, Require.Finite, "a finite number", 0, float.MinValue, -0f, float.MaxValue);

    [Fact]
    public void Messages_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NegativeSign = "minus" } };
            ShouldFail(
                () => Require.Probabilities([-0.5f], 1, "targets"),
                "targets",
                "Row 0, column 0 of 'targets' is -0.5; a probability from 0 to 1 expected.");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private delegate void Domain(ReadOnlySpan<float> targets, int sampleSize, string parameter);

    private static void ShouldNameEach(float bad, Domain domain, string expected, params float[] good)
    {
        for (int length = 0; length < 70; length++)
        {
            float[] targets = [.. Enumerable.Range(0, length).Select(i => good[i % good.Length])];
            domain(targets, 3, "targets");
            for (int index = 0; index < length; index++)
            {
                float[] wrong = [.. targets];
                wrong[^1] = float.NaN;
                wrong[index] = bad;
                ShouldFail(
                    () => domain(wrong, 3, "targets"),
                    "targets",
                    string.Create(CultureInfo.InvariantCulture, $"Row {index / 3}, column {index % 3} of 'targets' is {bad}; {expected} expected."));
            }
        }
    }

    private static ReadOnlySpan<int> Ints(Span<float> floats) => MemoryMarshal.Cast<float, int>(floats);

    private static void ShouldFail(Action action, string parameter, string message)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(action);
        exception.ParamName.ShouldBe(parameter);
        exception.Message.ShouldBe($"{message} (Parameter '{parameter}')");
    }
}
