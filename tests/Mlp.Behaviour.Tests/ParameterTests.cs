using System;
using System.Linq;
using Mlp.Behaviour.Tests.Networks;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Parameters go in and out without a changed bit; copies are independent; initialization is reproducible.</summary>
public sealed class ParameterTests
{
    [Theory]
    [EveryNetwork]
    public void Parameters_survive_the_round_trip_bit_by_bit(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] special = [0f, -0f, float.Epsilon, float.MaxValue, float.NegativeInfinity, BitConverter.Int32BitsToSingle(0x7FC0_1234)];
        float[] parameters = [.. Enumerable.Range(0, network.ParameterCount).Select(i => i % 7 == 6 ? i : special[i % 7])];

        bench.Network.SetParameters(parameters);

        Bitwise.AssertEqual(bench.Parameters, parameters, "parameters");
    }

    [Theory]
    [EveryNetwork]
    public void A_clone_is_equal_and_independent(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] before = bench.Parameters;
        (float[] inputs, float[] targets) = (bench.Inputs(4), bench.Targets(4));
        NetworkInstance clone = bench.Network.Clone();
        Bitwise.AssertEqual(bench.ParametersOf(clone), before, "clone");

        clone.TrainStep(inputs, targets, 0.5f);
        float[] trained = bench.ParametersOf(clone);
        Bitwise.AssertEqual(bench.Parameters, before, "the original after training the clone");

        bench.Network.SetParameters(new float[network.ParameterCount]);
        Bitwise.AssertEqual(bench.ParametersOf(clone), trained, "the clone after changing the original");
    }

    [Theory]
    [EveryNetwork]
    public void A_seed_gives_the_same_parameters_wherever_it_is_given(NetworkCase network)
    {
        NetworkInstance constructed = network.Create(42);
        NetworkInstance initialized = network.Create(1);
        float[] other = Bench.ParametersOf(initialized, network);
        initialized.Initialize(42);
        float[] parameters = Bench.ParametersOf(constructed, network);

        Bitwise.AssertEqual(Bench.ParametersOf(initialized, network), parameters, "Initialize(42) after Initialize(1)");
        Bitwise.AreEqual(other, parameters).ShouldBeFalse("two seeds gave the same parameters");
    }

    [Theory]
    [EveryNetwork]
    public void Biases_start_at_zero_and_weights_in_the_range_of_the_initializer(NetworkCase network)
    {
        float[] parameters = Bench.ParametersOf(network.Create(42), network);
        foreach (LayerDescription layer in network.Description.Layers)
        {
            float[] weights = parameters[layer.ParameterOffset..(layer.ParameterOffset + layer.WeightCount)];
            if (layer.Kind == "PReLU")
            {
                weights.Distinct().ShouldBe([weights[0]]);
                continue;
            }

            float[] biases = parameters[(layer.ParameterOffset + layer.WeightCount)..(layer.ParameterOffset + layer.ParameterCount)];
            (int fanIn, int fanOut) = Fans(layer);
            (double limit, double deviation) = Distribution(network.Description.Initializer, fanIn, fanOut);

            biases.ShouldAllBe(bias => bias == 0);
            weights.ShouldAllBe(weight => Math.Abs(weight) <= limit * 1.000001);
            if (weights.Length >= 100)
            {
                // Five standard errors of the mean and of the deviation, whichever distribution.
                double error = 5 * deviation / Math.Sqrt(weights.Length);
                weights.Average(weight => (double)weight).ShouldBe(0, error);
                Math.Sqrt(weights.Average(weight => (double)weight * weight)).ShouldBe(deviation, error);
                weights.Distinct().Count().ShouldBeGreaterThan(weights.Length * 9 / 10, "equal weights keep their symmetry");
            }
        }
    }

    [Fact]
    public void Learned_slopes_start_from_the_number_that_is_written()
    {
        float[] usual = NetworkCatalogue.Of<Vector_4x7x3_PReLU_Softmax>() is var network ? Bench.ParametersOf(network.Create(1), network) : [];
        usual[35..42].ShouldBe([0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f]);
        network = NetworkCatalogue.Of<Vector_PReLUFirst_Identity>();
        float[] own = Bench.ParametersOf(network.Create(1), network);
        own[..5].ShouldBe([0.25f, 0.25f, 0.25f, 0.25f, 0.25f]);
        own[59..68].ShouldAllBe(slope => slope == 1.5f);
    }

    [Theory]
    [EveryNetwork]
    public void Initialize_forgets_training(NetworkCase network)
    {
        var bench = new Bench(network);
        bench.Network.TrainStep(bench.Inputs(3), bench.Targets(3), 0.1f);
        bench.Network.Initialize(9);
        Bitwise.AssertEqual(bench.Parameters, Bench.ParametersOf(network.Create(9), network), "parameters");
    }

    /// <summary>What goes into one output, and what one input goes into.</summary>
    private static (int FanIn, int FanOut) Fans(LayerDescription layer)
    {
        if (layer.Window is not { } window)
        {
            return (layer.Inputs, layer.Outputs);
        }

        int taps = window.Kernel.Aggregate(1, (product, length) => product * length);
        return (layer.InputShape[^1] / window.Groups * taps, layer.OutputShape[^1] / window.Groups * taps);
    }

    // Where a normal distribution has no limit, seven deviations: once in 4 · 10¹¹ draws.
    private static (double Limit, double Deviation) Distribution(string initializer, double fanIn, double fanOut) => initializer switch
    {
        Initializer.Uniform => Uniform(1 / Math.Sqrt(fanIn)),
        Initializer.GlorotUniform => Uniform(Math.Sqrt(6 / (fanIn + fanOut))),
        Initializer.HeUniform => Uniform(Math.Sqrt(6 / fanIn)),
        Initializer.GlorotNormal => Normal(Math.Sqrt(2 / (fanIn + fanOut))),
        Initializer.HeNormal => Normal(Math.Sqrt(2 / fanIn)),
        _ => throw new ArgumentOutOfRangeException(nameof(initializer), initializer, "an initializer this test does not know"),
    };

    private static (double Limit, double Deviation) Uniform(double limit) => (limit, limit / Math.Sqrt(3));

    private static (double Limit, double Deviation) Normal(double deviation) => (7 * deviation, deviation);
}
