using System;
using System.Linq;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>The gradient by the inputs, and the way back from an error of the outputs, agree with the oracle; networks chain.</summary>
public sealed class InputGradientTests
{
    [Theory]
    [EveryNetwork]
    public void Input_gradient_agrees_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network, seed: 51);
        int samples = Math.Max(2, network.Affordable(33));
        Batch whole = bench.Batch(samples);
        Bounded[] expected = bench.Bounded.InputGradient(whole.Inputs, whole.Targets);
        foreach (int n in new[] { 1, 2, 7, samples }.Where(n => n <= samples))
        {
            // The mean of fewer samples has more of each.
            double share = (double)samples / n;
            (int arriving, int leaving) = (n * network.InputSize, n * network.OutputSize);
            Bounded[] elements = [.. expected.Take(arriving).Select(element => new Bounded(element.Value * share, element.Bound * share))];
            var batch = new Batch(whole.Inputs[..arriving], whole.Targets[..leaving]);

            Agreement.InputGradient(bench.Network, batch, bench.Bounded.MeanLoss(batch.Inputs, batch.Targets, isTraining: true), elements, $"{n}");
        }
    }

    [Theory]
    [EveryNetwork]
    public void The_way_back_from_a_given_error_agrees_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network, seed: 52);
        int samples = network.Affordable(17);
        (float[] inputs, float[] errors, float[] before) = (bench.Inputs(samples), bench.OutputGradient(samples), bench.Parameters);
        (Bounded[] expected, Bounded[] expectedInputs) = bench.Bounded.Backpropagate(inputs, errors);
        (float[] gradient, float[] inputGradient) = (new float[network.ParameterCount], new float[inputs.Length]);

        Agreement.Backpropagate(bench.Network, inputs, errors, gradient, inputGradient);

        Bounded.AssertAll(gradient, expected, "gradient");
        Bounded.AssertAll(inputGradient, expectedInputs, "input gradient");
        Bitwise.AssertEqual(bench.Parameters, before, "parameters");
    }

    [Theory]
    [EveryNetwork]
    public void What_is_not_wanted_changes_no_bit_of_what_is(NetworkCase network)
    {
        var bench = new Bench(network, seed: 53);
        (float[] inputs, float[] errors) = (bench.Inputs(3), bench.OutputGradient(3));
        (float[] gradient, float[] inputGradient) = (new float[network.ParameterCount], new float[inputs.Length]);
        Agreement.Backpropagate(bench.Network, inputs, errors, gradient, inputGradient);
        (float[] alone, float[] inputsAlone) = (new float[gradient.Length], new float[inputs.Length]);

        Agreement.Backpropagate(bench.Network, inputs, errors, alone, []);
        Agreement.Backpropagate(bench.Network, inputs, errors, [], inputsAlone);

        Bitwise.AssertEqual(alone, gradient, "gradient alone");
        Bitwise.AssertEqual(inputsAlone, inputGradient, "input gradient alone");

        // Samples know nothing of each other, and none have a sum of 0.
        Agreement.Backpropagate(bench.Network, inputs[..network.InputSize], errors[..network.OutputSize], [], inputsAlone.AsSpan(0, network.InputSize));
        Bitwise.AssertEqual(inputsAlone, inputGradient, "input gradient of one sample");
        Agreement.Backpropagate(bench.Network, [], [], alone, []);
        alone.ShouldAllBe(element => element == 0);
    }

    [Theory]
    [EveryClassifier]
    public void Labels_mean_what_their_targets_mean(NetworkCase network)
    {
        var bench = new Bench(network, seed: 54);
        Batch batch = bench.LabelledBatch(5);

        Agreement.InputGradient(
            bench.Network, batch, bench.Bounded.MeanLoss(batch.Inputs, batch.Targets, isTraining: true), bench.Bounded.InputGradient(batch.Inputs, batch.Targets), "labels");
    }

    [Theory]
    [InlineData(typeof(Depth03_Tanh_Identity), typeof(Depth05_Tanh_Identity))]
    [InlineData(typeof(Depth03_OneWide), typeof(Sequence_OneByOne_Identity))]
    [InlineData(typeof(Sequence_Causal_Tanh), typeof(N2x3x2_Tanh_Softmax_Fast))]
    [InlineData(typeof(Image_Depthwise_Average_Identity_Momentum), typeof(N2x3x1_Tanh_Exp))]
    public void A_chain_is_one_network_with_the_layers_of_both(Type first, Type second)
    {
        const int N = 9;
        (Bench head, Bench tail) = (new Bench(NetworkCatalogue.Of(first), seed: 55), new Bench(NetworkCatalogue.Of(second), seed: 56));
        ReferenceNetwork whole = Chained(head, tail);
        (float[] inputs, float[] targets) = (head.Inputs(N), tail.Targets(N));
        BoundedGradient expected = new BoundedReference(whole).Gradient(inputs, targets);
        float[] between = head.Outputs(inputs);
        float[] errors = new float[between.Length];
        (float[] ofHead, float[] ofTail, float[] ofInputs) = (new float[head.Case.ParameterCount], new float[tail.Case.ParameterCount], new float[inputs.Length]);

        expected.Loss.Assert(tail.Network.ComputeInputGradient(between, targets, errors), "loss");
        tail.Network.ComputeGradient(between, targets, ofTail);
        head.Network.Backpropagate(inputs, errors, ofHead, ofInputs);

        Bounded.AssertAll([.. ofHead, .. ofTail], expected.Elements, "gradient");
        Bounded.AssertAll(ofInputs, new BoundedReference(whole).InputGradient(inputs, targets), "input gradient");
        head.Network.ApplyGradient(ofHead, 1e-3f);
        tail.Network.ApplyGradient(ofTail, 1e-3f);
        Chained(head, tail).MeanLoss(inputs, targets).ShouldBeLessThan(whole.MeanLoss(inputs, targets));
    }

    [Fact]
    public void Errors_that_all_draw_one_way_do_not_drift()
    {
        // A sum of 60,000 equal errors in single precision is rounded the same way again and again, further than a block explains.
        const int N = 60_000;
        NetworkInstance network = NetworkCatalogue.Of<Depth01_OneWide>().Create(1);
        float[] errors = [.. Enumerable.Repeat(0.3f, N)];
        float[] gradient = new float[2];

        network.Backpropagate(new float[N], errors, gradient, []);

        gradient[0].ShouldBe(0);
        new Bounded((double)0.3f * N, Rounding.Gamma(LargeBatch.Block) * 0.3 * N).Assert(gradient[1], "gradient");
    }

    private static ReferenceNetwork Chained(Bench head, Bench tail)
    {
        NetworkDescription last = tail.Case.Description;
        var whole = new ReferenceNetwork(last with { Layers = [.. head.Case.Description.Layers, .. last.Layers] });
        whole.SetParameters([.. head.Parameters, .. tail.Parameters]);
        return whole;
    }
}
