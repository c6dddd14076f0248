using System;
using Mlp.Behaviour.Tests.Networks;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>What went wrong once leaves no trace: not in padding that parameters cannot reach, not in another class's logit.</summary>
public sealed class RecoveryTests
{
    [Theory]
    [EveryNetwork]
    public void New_parameters_end_what_a_NaN_began(NetworkCase network)
    {
        var bench = new Bench(network);
        (float[] inputs, float[] targets) = (bench.Inputs(3), bench.Targets(3));
        float[] parameters = bench.Parameters;
        float[] expected = Outputs(bench.Network, network, inputs);
        float[] poison = new float[parameters.Length];
        Array.Fill(poison, float.NaN);

        bench.Network.SetParameters(poison);
        bench.Network.TrainStep(inputs, targets, 0.1f);
        bench.Network.TrainStep(inputs, targets, float.MaxValue);
        bench.Network.SetParameters(parameters);

        Bitwise.AssertEqual(Outputs(bench.Network, network, inputs), expected, "outputs after SetParameters");
    }

    [Theory]
    [EveryNetwork]
    public void New_parameters_end_what_a_learning_rate_past_all_reason_began(NetworkCase network)
    {
        int most = Math.Max(3, network.Affordable(70));
        foreach (int samples in new[] { 3, most })
        {
            var bench = new Bench(network);
            (float[] inputs, float[] targets, float[] few) = (bench.Inputs(samples), bench.Targets(samples), bench.Inputs(3));
            float[] parameters = bench.Parameters;
            float[] expected = Outputs(bench.Network, network, few);

            bench.Network.TrainStep(inputs, targets, float.MaxValue);
            bench.Network.TrainStep(inputs, targets, float.MaxValue);
            bench.Network.ApplyGradient(parameters, float.MaxValue);
            bench.Network.SetParameters(parameters);

            Bitwise.AssertEqual(Outputs(bench.Network, network, few), expected, $"outputs after a step of {samples}");
        }
    }

    [Theory]
    [InlineData(-3e38f, 3e38f)]
    [InlineData(float.NegativeInfinity, 0f)]
    public void A_class_out_of_reach_costs_nothing(float unreachable, float reached)
    {
        var narrow = new N7x3_Softmax();
        float[] parameters = new float[N7x3_Softmax.ParameterCount];
        parameters[^3] = unreachable;
        parameters[^2] = reached;
        parameters[^1] = unreachable;
        narrow.SetParameters(parameters);

        narrow.ComputeLoss(new float[N7x3_Softmax.InputSize], [1]).ShouldBe(0f);
        narrow.ComputeLoss(new float[N7x3_Softmax.InputSize], [0f, 1f, 0f]).ShouldBe(0f);
    }

    private static float[] Outputs(NetworkInstance network, NetworkCase shape, float[] inputs)
    {
        int samples = inputs.Length / shape.InputSize;
        float[] outputs = new float[2 * samples * shape.OutputSize];
        network.ForwardBatch(inputs, outputs.AsSpan(0, samples * shape.OutputSize));
        for (int sample = 0; sample < samples; sample++)
        {
            network.Forward(
                inputs.AsSpan(sample * shape.InputSize, shape.InputSize),
                outputs.AsSpan((samples + sample) * shape.OutputSize, shape.OutputSize));
        }

        return outputs;
    }
}
