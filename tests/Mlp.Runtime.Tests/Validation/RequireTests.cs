using System;
using System.Globalization;
using System.Runtime.InteropServices;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Validation;

/// <summary>Lengths, overlaps and default networks: what passes, what is refused, and in which words.</summary>
public sealed class RequireTests
{
    [Fact]
    public void Length_passes_only_the_length_expected()
    {
        Require.Length(0, 0, "input");
        Require.Length(4, 4, "input");
        AssertRefused("input", "input has length 5, but must have length 4.", () => Require.Length(5, 4, "input"));
        AssertRefused("output", "output has length 0, but must have length 2147483647.", () => Require.Length(0, int.MaxValue, "output"));
    }

    [Fact]
    public void Samples_counts_whole_samples()
    {
        for (int size = 1; size < 20; size++)
        {
            for (int length = 0; length < 200; length++)
            {
                if (length % size == 0)
                {
                    Require.Samples(length, size, "inputs").ShouldBe(length / size);
                }
                else
                {
                    AssertRefused(
                        "inputs",
                        $"inputs has length {length}, but must have a multiple of {size}, the size of a sample.",
                        () => Require.Samples(length, size, "inputs"));
                }
            }
        }
    }

    [Fact]
    public void Samples_at_the_ends_of_the_range()
    {
        Require.Samples(int.MaxValue, 1, "inputs").ShouldBe(int.MaxValue);
        Require.Samples(int.MaxValue, int.MaxValue, "inputs").ShouldBe(1);
        Require.Samples(0, int.MaxValue, "inputs").ShouldBe(0);
        Should.Throw<ArgumentException>(() => Require.Samples(int.MaxValue, 2, "inputs"));
        Should.Throw<ArgumentException>(() => Require.Samples(int.MaxValue - 1, int.MaxValue, "inputs"));
    }

    [Fact]
    public void NotEmpty_refuses_a_mean_of_nothing()
    {
        Require.NotEmpty(1, "inputs");
        Require.NotEmpty(int.MaxValue, "inputs");
        AssertRefused(
            "inputs",
            "inputs holds no sample, but must hold one or more: a mean needs samples.",
            () => Require.NotEmpty(0, "inputs"));
    }

    [Fact]
    public void BatchLength_passes_only_the_product()
    {
        Require.BatchLength(0, 0, 3, "outputs");
        Require.BatchLength(6, 2, 3, "outputs");
        Require.BatchLength(int.MaxValue, int.MaxValue, 1, "outputs");
        AssertRefused(
            "outputs",
            "outputs has length 7, but must have length 6: samples 2, values a sample 3.",
            () => Require.BatchLength(7, 2, 3, "outputs"));
        AssertRefused(
            "labels",
            "labels has length 3, but must have length 0: samples 0, values a sample 1.",
            () => Require.BatchLength(3, 0, 1, "labels"));
    }

    [Theory]
    [InlineData(0, 1 << 30, 4, "4294967296")]
    [InlineData(4, (1 << 30) + 1, 4, "4294967300")]
    [InlineData(-2147483648, 1 << 30, 2, "2147483648")]
    public void BatchLength_does_not_overflow(int actual, int samples, int size, string product) =>
        AssertRefused(
            "outputs",
            $"outputs has length {actual}, but must have length {product}: samples {samples}, values a sample {size}.",
            () => Require.BatchLength(actual, samples, size, "outputs"));

    [Fact]
    public void NoOverlap_of_every_pair_of_ranges()
    {
        const int Length = 12;
        float[] memory = new float[Length];
        for (int start = 0; start <= Length; start++)
        {
            for (int end = start; end <= Length; end++)
            {
                AssertOverlapsWithRanges(memory, start, end);
            }
        }
    }

    [Fact]
    public void NoOverlap_of_labels_with_floats()
    {
        int[] memory = new int[8];
        Require.NoOverlap(memory.AsSpan(0, 3), MemoryMarshal.Cast<int, float>(memory.AsSpan(3, 5)), "gradient");
        Require.NoOverlap(memory.AsSpan(3, 5), MemoryMarshal.Cast<int, float>(memory.AsSpan(0, 3)), "gradient");
        Require.NoOverlap(memory, new float[8], "gradient");
        AssertRefused(
            "gradient",
            "gradient overlaps another span of the call, but must have memory of its own.",
            () => Require.NoOverlap(memory.AsSpan(0, 4), MemoryMarshal.Cast<int, float>(memory.AsSpan(3, 5)), "gradient"));
        Should.Throw<ArgumentException>(
            () => Require.NoOverlap(memory.AsSpan(4, 4), MemoryMarshal.Cast<int, float>(memory.AsSpan(0, 5)), "gradient"));
    }

    [Fact]
    public void NoOverlap_sees_a_shift_by_less_than_an_element()
    {
        byte[] memory = new byte[64];
        Should.Throw<ArgumentException>(() => Require.NoOverlap(Floats(memory, 0, 16), Floats(memory, 14, 16), "output"));
        Should.Throw<ArgumentException>(() => Require.NoOverlap(Floats(memory, 14, 16), Floats(memory, 0, 16), "output"));
        Require.NoOverlap(Floats(memory, 0, 12), Floats(memory, 14, 16), "output");
    }

    [Fact]
    public void NoOverlap_takes_the_spans_of_emitted_members()
    {
        ReadOnlySpan<float> inputs = [1, 2];
        ReadOnlySpan<int> labels = [1];
        Span<float> outputs = [0];
        Require.NoOverlap(inputs, outputs, nameof(outputs));
        Require.NoOverlap(labels, outputs, nameof(outputs));
        Require.NoOverlap(outputs, inputs, nameof(outputs));
        Require.NoOverlap(default(ReadOnlySpan<float>), default(Span<float>), nameof(outputs));
    }

    [Fact]
    public void Initialized_refuses_a_default_network()
    {
        Require.Initialized(true, "IrisNet");
        Should.Throw<InvalidOperationException>(() => Require.Initialized(false, "IrisNet"))
            .Message.ShouldBe("This IrisNet is a default value and has no parameters: create it with one of its constructors.");
    }

    [Fact]
    public void Messages_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var hostile = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
            hostile.NumberFormat.NegativeSign = "minus ";
            hostile.NumberFormat.NaNSymbol = "keine Zahl";
            CultureInfo.CurrentCulture = hostile;
            AssertRefused("a", "a has length -1, but must have length 4.", () => Require.Length(-1, 4, "a"));
            AssertRefused(
                "a",
                "a has -1.5 in row 0, column 0 (counted from 0), but must have a probability, 0 to 1.",
                () => Require.Probabilities([-1.5f], 1, "a"));
            AssertRefused(
                "a",
                "a has NaN in row 0, column 0 (counted from 0), but must have a finite number.",
                () => Require.Finite([float.NaN], 1, "a"));
            AssertRefused("a", "a has -7 in row 0 (counted from 0), but must have a class, 0 to 1.", () => Require.Labels([-7], 2, "a"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_passes_allocates_nothing()
    {
        float[] a = new float[70];
        float[] b = new float[70];
        int[] labels = new int[70];
        Allocations.Of(() =>
        {
            Require.Length(a.Length, 70, "a");
            Require.NotEmpty(Require.Samples(a.Length, 7, "a"), "a");
            Require.BatchLength(a.Length, 10, 7, "a");
            Require.NoOverlap(a, b, "b");
            Require.NoOverlap(labels, b, "b");
            Require.Labels(labels, 3, "labels");
            Require.Probabilities(a, 7, "a");
            Require.Counts(a, 7, "a");
            Require.Finite(a, 7, "a");
            Require.Initialized(true, "IrisNet");
        }).ShouldBe(0);
    }

    internal static void AssertRefused(string parameter, string message, Action call)
    {
        ArgumentException thrown = Should.Throw<ArgumentException>(call);
        thrown.ParamName.ShouldBe(parameter);
        thrown.Message.ShouldBe($"{message} (Parameter '{parameter}')");
    }

    private static ReadOnlySpan<float> Floats(byte[] memory, int start, int length) =>
        MemoryMarshal.Cast<byte, float>(memory.AsSpan(start, length));

    private static void AssertOverlapsWithRanges(float[] memory, int start, int end)
    {
        for (int otherStart = 0; otherStart <= memory.Length; otherStart++)
        {
            for (int otherEnd = otherStart; otherEnd <= memory.Length; otherEnd++)
            {
                bool overlaps = Math.Max(start, otherStart) < Math.Min(end, otherEnd);
                bool refused = false;
                try
                {
                    Require.NoOverlap(memory.AsSpan(start..end), memory.AsSpan(otherStart..otherEnd), "output");
                }
                catch (ArgumentException)
                {
                    refused = true;
                }

                refused.ShouldBe(overlaps, $"{start}..{end} and {otherStart}..{otherEnd}");
            }
        }
    }
}
