using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.CompilerServices;
using Mlp.Initialization;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Initialization;

/// <summary>Weights have the distribution that the initializer names, stand where the layout says, and nothing else is touched.</summary>
public sealed class WeightInitializerTests
{
    private const float Untouched = 12345.5f;

    private delegate void Draw(ref RandomGenerator generator, Span<float> parameters, TensorLayout tensor, int fanIn, int fanOut);

    public static TheoryData<string> Names => [.. All.Keys];

    public static TheoryData<string> UniformNames => [Initializer.Uniform, Initializer.GlorotUniform, Initializer.HeUniform];

    private static Dictionary<string, Draw> All { get; } = new()
    {
        [Initializer.Uniform] = WeightInitializer.Uniform,
        [Initializer.GlorotUniform] = WeightInitializer.GlorotUniform,
        [Initializer.GlorotNormal] = WeightInitializer.GlorotNormal,
        [Initializer.HeUniform] = WeightInitializer.HeUniform,
        [Initializer.HeNormal] = WeightInitializer.HeNormal,
    };

    /// <summary>Seed 0, 3 inputs, 2 outputs; computed by another implementation.</summary>
    [Theory]
    [InlineData(Initializer.Uniform, 0xBEEBBC69, 0xBE951E1D, 0x3DF39FDA, 0x3EF64A4D, 0xBE9DDAA5, 0xB9984BAD)]
    [InlineData(Initializer.GlorotUniform, 0xBF5FA386, 0xBF0D7725, 0x3E671F56, 0x3F69A6C4, 0xBF15C0E7, 0xBA107AF4)]
    [InlineData(Initializer.GlorotNormal, 0xBE83D687, 0xBE26CA9B, 0x3DF31E3E, 0x3EF5C747, 0xBF803D74, 0xBA7772DF)]
    [InlineData(Initializer.HeUniform, 0xBF905BB4, 0xBF36A18D, 0x3E95305A, 0x3F96D244, 0xBF4154BB, 0xBA3A85F4)]
    [InlineData(Initializer.HeNormal, 0xBEAA33BE, 0xBE5753AA, 0x3E1CEE9D, 0x3F1EA638, 0xBFA58EA4, 0xBA9FBA3B)]
    public void Golden_weights(string name, uint w00, uint w01, uint w02, uint w10, uint w11, uint w12)
    {
        float[] drawn = Canonical(name, 3, 2, seed: 0);
        drawn.Take(6).Select(BitConverter.SingleToUInt32Bits).ShouldBe([w00, w01, w02, w10, w11, w12]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mean_and_variance(string name)
    {
        foreach ((int inputs, int outputs) in new[] { (300, 100), (40, 400), (1, 5000), (5000, 1) })
        {
            double[] weights = [.. Canonical(name, inputs, outputs, seed: 3).Take(inputs * outputs).Select(weight => (double)weight)];
            double variance = Variance(name, inputs, outputs);
            double root = 5 / Math.Sqrt(weights.Length);
            weights.Average().ShouldBe(0, root * Math.Sqrt(variance));

            // The variance of w² is at most twice the squared variance of w (normal).
            weights.Average(weight => weight * weight).ShouldBe(variance, root * Math.Sqrt(2) * variance);
        }
    }

    [Theory]
    [MemberData(nameof(UniformNames))]
    public void The_largest_weight_is_the_last_float_within_the_limit(string name)
    {
        for (int inputs = 1; inputs < 60; inputs++)
        {
            for (int outputs = 1; outputs < 60; outputs++)
            {
                double limit = Limit(name, inputs, outputs);
                float largest = FirstWeight(ulong.MaxValue >> 1);
                ((double)largest).ShouldBeLessThanOrEqualTo(limit);
                ((double)MathF.BitIncrement(largest)).ShouldBeGreaterThan(limit);
                FirstWeight(1UL << 63).ShouldBe(-largest);

                float FirstWeight(ulong number)
                {
                    RandomGenerator generator = FirstNumber.Is(number);
                    return Canonical(name, inputs, outputs, ref generator)[0];
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(UniformNames))]
    public void Weights_fill_the_range_and_stay_in_it(string name)
    {
        double limit = Limit(name, 50, 40);
        float[] weights = Canonical(name, 50, 40, seed: 1)[..2000];
        weights.ShouldAllBe(weight => Math.Abs(weight) <= limit);
        ((double)weights.Max()).ShouldBeGreaterThan(limit * 0.99);
        ((double)weights.Min()).ShouldBeLessThan(-limit * 0.99);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_weights_are_equal_in_a_layer_of_usual_size(string name)
    {
        float[] weights = Canonical(name, 16, 12, seed: 0)[..192];
        weights.Distinct().Count().ShouldBe(weights.Length);
        weights.ShouldAllBe(weight => weight != 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_seed_gives_other_weights_and_the_same_seed_the_same(string name)
    {
        Canonical(name, 5, 4, seed: 8).ShouldBe(Canonical(name, 5, 4, seed: 8));
        Canonical(name, 5, 4, seed: 8).Take(20).Intersect(Canonical(name, 5, 4, seed: 9).Take(20)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_orders_of_storage_hold_the_same_weights_and_padding_is_untouched(string name)
    {
        const int Inputs = 5;
        const int Outputs = 3;
        const int First = 7;
        const int RowStride = 16;
        float[] canonical = Canonical(name, Inputs, Outputs, seed: 21);
        foreach (int[] strides in (int[][])[[RowStride, 1], [1, RowStride]])
        {
            float[] storage = new float[First + ((Inputs + 2) * RowStride)];
            Array.Fill(storage, Untouched);
            var generator = new RandomGenerator(21);
            var layout = new TensorLayout(First, [Outputs, Inputs], strides);
            All[name](ref generator, storage, layout, Inputs, Outputs);

            float[] exported = new float[layout.Count];
            layout.Export(storage, exported);
            exported.ShouldBe(canonical);

            IEnumerable<int> own = Enumerable.Range(0, Outputs * Inputs).Select(index => First + (index / Inputs * strides[0]) + (index % Inputs * strides[1]));
            Enumerable.Range(0, storage.Length).Except(own).ShouldAllBe(index => storage[index] == Untouched);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Layers_in_turn_draw_from_one_sequence(string name)
    {
        // An odd number of weights: a normal number left over belongs to the next layer.
        var generator = new RandomGenerator(4);
        float[] both = new float[8];
        All[name](ref generator, both, new TensorLayout(0, [1, 3], [3, 1]), 3, 1);
        All[name](ref generator, both, new TensorLayout(4, [1, 3], [3, 1]), 3, 1);

        float[] one = Canonical(name, 3, 2, seed: 4);
        double scale = Math.Sqrt(Variance(name, 3, 1) / Variance(name, 3, 2));
        for (int input = 0; input < 3; input++)
        {
            both[input].ShouldBe((float)(one[input] * scale), 1e-5f);
            both[4 + input].ShouldBe((float)(one[3 + input] * scale), 1e-5f);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Storage_that_is_too_short_is_refused(string name)
    {
        Should.Throw<IndexOutOfRangeException>(() => DrawInto(new float[5]));

        void DrawInto(float[] storage)
        {
            var generator = new RandomGenerator(0);
            All[name](ref generator, storage, new TensorLayout(0, [2, 3], [3, 1]), 3, 2);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_allocated(string name)
    {
        Draw draw = All[name];
        float[] storage = new float[8];
        Allocations.Of(() =>
        {
            var generator = new RandomGenerator(0);
            draw(ref generator, storage, new TensorLayout(0, [2, 3], [3, 1]), 3, 2);
        }).ShouldBe(0);
    }

    private static float[] Canonical(string name, int inputs, int outputs, ulong seed)
    {
        var generator = new RandomGenerator(seed);
        return Canonical(name, inputs, outputs, ref generator);
    }

    private static float[] Canonical(string name, int inputs, int outputs, ref RandomGenerator generator)
    {
        float[] parameters = new float[inputs * outputs];
        Array.Fill(parameters, Untouched);
        All[name](ref generator, parameters, new TensorLayout(0, [outputs, inputs], [inputs, 1]), inputs, outputs);
        return parameters;
    }

    private static double Variance(string name, double fanIn, double fanOut) => name switch
    {
        Initializer.Uniform => 1 / (3 * fanIn),
        Initializer.GlorotUniform or Initializer.GlorotNormal => 2 / (fanIn + fanOut),
        _ => 2 / fanIn,
    };

    private static double Limit(string name, double fanIn, double fanOut) => name switch
    {
        Initializer.Uniform => 1 / Math.Sqrt(fanIn),
        Initializer.GlorotUniform => Math.Sqrt(6 / (fanIn + fanOut)),
        _ => Math.Sqrt(6 / fanIn),
    };
}
