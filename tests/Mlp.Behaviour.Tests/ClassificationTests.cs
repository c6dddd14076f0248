using System;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>The class a network names: the most probable, the first of equals; for a single Sigmoid 1 from p = ½ on.</summary>
public sealed class ClassificationTests
{
    [Theory]
    [EveryClassifier]
    public void The_most_probable_class_wins(NetworkCase network)
    {
        var bench = new Bench(network);
        for (int sample = 0; sample < network.Affordable(50); sample++)
        {
            float[] input = bench.Inputs(1);
            int named = bench.Network.Classify(input);

            // Where rounding could decide, any of the candidates is right.
            Bounded[] expected = bench.Bounded.Forward(input);
            if (network.OutputSize == 1)
            {
                double distance = expected[0].Value - 0.5;
                (named == (distance >= 0 ? 1 : 0) || Math.Abs(distance) <= expected[0].Bound).ShouldBeTrue($"p = {expected[0].Value}");
                continue;
            }

            foreach (Bounded other in expected)
            {
                (expected[named].Value + expected[named].Bound).ShouldBeGreaterThanOrEqualTo(other.Value - other.Bound);
            }
        }
    }

    [Theory]
    [EveryClassifier]
    public void Of_equals_the_first_is_named_and_one_half_is_a_yes(NetworkCase network)
    {
        var bench = new Bench(network);
        bench.Use(new float[network.ParameterCount]);
        bench.Network.Classify(bench.Inputs(1)).ShouldBe(network.OutputSize == 1 ? 1 : 0);
    }

    [Theory]
    [EveryClassifier]
    public void A_tie_away_from_the_start_goes_to_its_first(NetworkCase network)
    {
        int classes = network.OutputSize;
        for (int first = 0; first < classes - 1; first++)
        {
            var bench = new Bench(network);
            float[] parameters = new float[network.ParameterCount];
            Span<float> biases = parameters.AsSpan(parameters.Length - classes);
            biases[first] = 3;
            biases[classes - 1] = 3;
            bench.Use(parameters);
            bench.Network.Classify(bench.Inputs(1)).ShouldBe(first);
        }
    }

    [Theory]
    [EveryClassifier]
    public void A_class_is_named_even_when_every_logit_is_far_away(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] parameters = new float[network.ParameterCount];
        Array.Fill(parameters, -1e4f, parameters.Length - network.OutputSize, network.OutputSize);
        parameters[^1] = network.OutputSize == 1 ? -1e4f : -9e3f;
        bench.Use(parameters);
        bench.Network.Classify(bench.Inputs(1)).ShouldBe(network.OutputSize == 1 ? 0 : network.OutputSize - 1);
    }
}
