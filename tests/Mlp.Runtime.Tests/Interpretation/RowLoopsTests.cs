using System;
using System.Linq;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Interpretation;

/// <summary>The loops of the interpreter along rows, at every length around those of vectors, and at whatever width the process has.</summary>
public sealed class RowLoopsTests
{
    private const float Canary = 12345.678f;

    private static readonly int[] Lengths = [.. Enumerable.Range(0, 140), 1023, 1024, 1025];

    [Fact]
    public void A_multiple_is_added_with_the_bits_of_a_plain_loop_and_nothing_behind_it_is_written()
    {
        foreach (int length in Lengths)
        {
            float[] values = Random(length + 3, seed: length);
            float[] sums = [.. Random(length, seed: -length), Canary];
            float[] expected = [.. sums.Select((sum, index) => index == length ? sum : float.MultiplyAddEstimate(values[index], 0.37f, sum))];

            RowLoops.Fastest.AddMultiple(sums.AsSpan(0, length), values, 0.37f);

            sums.ShouldBe(expected, $"{length} floats");
        }
    }

    [Fact]
    public void Products_are_added_within_the_bound_of_a_sum_of_so_many()
    {
        foreach (int length in Lengths)
        {
            float[] a = Random(length, seed: length);
            float[] b = [.. Random(length, seed: -length - 1), float.NaN];
            double exact = 0.25 + Enumerable.Range(0, length).Sum(index => (double)a[index] * b[index]);
            double size = 0.25 + Enumerable.Range(0, length).Sum(index => Math.Abs((double)a[index] * b[index]));

            float sum = RowLoops.Fastest.AddProducts(0.25f, a, b);

            // With a rounding for each product and each sum, on hardware without fused multiply-add.
            Math.Abs(sum - exact).ShouldBeLessThanOrEqualTo((length + 1) * size * Math.Pow(2, -24), $"{length} floats");
            RowLoops.Fastest.AddProducts(0.25f, a, b).ShouldBe(sum);
        }
    }

    [Fact]
    public void A_deterministic_network_has_one_product_after_another_each_rounded_before_it_is_added()
    {
        foreach (int length in Lengths)
        {
            float[] a = Random(length, seed: length);
            float[] b = Random(length, seed: -length - 1);
            float[] sums = [.. b];
            float[] products = [.. b];
            float expected = 0.25f;
            for (int index = 0; index < length; index++)
            {
                float product = a[index] * b[index];
                expected += product;
            }

            RowLoops.Deterministic.AddProducts(0.25f, a, b).ShouldBe(expected, $"{length} floats");
            RowLoops.Deterministic.AddMultiple(sums, a, 0.37f);
            RowLoops.Deterministic.AddProductsEach(products, a, b);
            for (int index = 0; index < length; index++)
            {
                (float multiple, float each) = (a[index] * 0.37f, a[index] * b[index]);
                sums[index].ShouldBe(multiple + b[index]);
                products[index].ShouldBe(each + b[index]);
            }
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_not_finite_shows_wherever_it_stands(float special)
    {
        for (int place = 0; place < 70; place++)
        {
            float[] values = [.. Enumerable.Repeat(1f, 70)];
            values[place] = special;

            RowLoops.Fastest.AddProducts(1, values, [.. Enumerable.Repeat(1f, 70)]).ShouldBe(special);
        }
    }

    private static float[] Random(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }
}
