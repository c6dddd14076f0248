using System.Linq;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests.Interpretation;

/// <summary>Two networks, the errors of the second's inputs given to the first, are one network of the layers of both.</summary>
public sealed class InterpreterChainTests
{
    [Theory]
    [InlineData("5 | Dense 7 Tanh | Dense 4", Activation.Identity, "4 | Dense 9 SiLU | Dense 3", Activation.Softmax, Loss.CrossEntropy)]
    [InlineData("5 | Dense 4", Activation.Sigmoid, "4 | Dense 3", Activation.Sigmoid, Loss.BinaryCrossEntropy)]
    [InlineData("7x6x2 | Conv 3 3 ReLU | MaxPool 2", Activation.GELU, "2x2x3 | Conv 4 2 Tanh | Dense 2", Activation.Identity, Loss.SquaredError)]
    [InlineData("9x2 | Conv 5 3 Causal Tanh | Affine 2 1", Activation.Tanh, "9x5 | GlobalAveragePool | Dense 3", Activation.Softmax, Loss.SquaredError)]
    [InlineData("6 | Dense 10", Activation.Mish, "5x2 | Clip -1 1 | AveragePool 2 | Dense 3", Activation.Exp, Loss.PoissonNegativeLogLikelihood)]
    public void A_chain_is_one_network(string first, string between, string second, string output, string loss)
    {
        const int N = 5;
        var head = new InterpretedCase(LayerText.Network(first, between, Loss.SquaredError), StorageOrder.Mixed);
        var tail = new InterpretedCase(LayerText.Network(second, output, loss), StorageOrder.Mixed, seed: 8);
        var whole = new ReferenceNetwork(head.Description with { Layers = [.. head.Description.Layers, .. tail.Description.Layers], Loss = loss });
        head.Reference.Parameters.Concat(tail.Reference.Parameters).ToArray().CopyTo(whole.Parameters, 0);
        (float[] inputs, float[] targets) = (head.AnyInputs(N), tail.Targets(N));
        var bounds = new BoundedReference(whole);
        BoundedGradient expected = bounds.Gradient(inputs, targets);

        float[] values = head.Outputs(inputs);
        expected.Loss.Assert(tail.InputGradient(values, targets, out float[] errors), "loss");
        tail.Gradient(values, targets, out float[] ofTail);
        (float[] ofHead, float[] inputGradient) = head.Backpropagate(inputs, errors);

        Bounded.AssertAll([.. ofHead, .. ofTail], expected.Elements, "gradient");
        Bounded.AssertAll(inputGradient, bounds.InputGradient(inputs, targets), "input gradient");
        ofHead.ShouldContain(element => element != 0);
    }

    [Fact]
    public void Samples_that_all_draw_one_way_do_not_drift()
    {
        // 60 blocks of 1,000. A sum of 60,000 equal errors in single precision is rounded the same way again and again: far past the bound of a block.
        const int N = 60_000;
        var network = new InterpretedCase([1, 1], Activation.Identity, Activation.Identity, Loss.SquaredError, StorageOrder.ByInput);
        (float[] inputs, float[] errors) = (ReferenceGrid.Uniform(N, 1, 2, network.Random), Enumerable.Repeat(0.3f, N).ToArray());
        double[] exact = [inputs.Zip(errors, (input, error) => (double)input * error).Sum(), errors.Sum(error => (double)error)];

        (float[] gradient, float[] inputGradient) = network.Backpropagate(inputs, errors, blockSamples: 1000);

        inputGradient.ShouldBe(network.Backpropagate(inputs, errors, wantsGradient: false).InputGradient);
        for (int i = 0; i < exact.Length; i++)
        {
            new Bounded(exact[i], Rounding.Gamma(1000) * exact[i]).Assert(gradient[i], $"gradient {i}");
        }
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(6, 2)]
    [InlineData(7, 6)]
    [InlineData(3, 1)]
    public void Blocks_are_what_their_samples_are(int samples, int blockSamples)
    {
        // An odd number of floats, so that doubles behind them would not be aligned.
        AssertBlocks(new InterpretedCase([5, 17, 3], Activation.Tanh, Activation.Softmax, Loss.CrossEntropy, StorageOrder.Mixed), samples, blockSamples);

        // Masks go on where the block before ended.
        AssertBlocks(new InterpretedCase(LayerText.Network("5 | Dropout 0.25 | Dense 17 Tanh | Dropout 0.5 | Dense 3"), StorageOrder.Mixed), samples, blockSamples);
    }

    [Theory]
    [InlineData("6 | Dropout 0.5 | Dense 5 Tanh | Dense 3")]
    [InlineData("4x3 | Dropout 0.5 | Dropout 0.25 | Conv 3 2 Tanh | Dropout 0.5 | Dense 3")]
    public void Errors_of_inputs_are_those_of_the_masks_that_are_given(string stack)
    {
        var network = new InterpretedCase(LayerText.Network(stack), StorageOrder.Mixed);
        (float[] inputs, float[] targets) = (network.AnyInputs(9), network.Targets(9));

        InterpreterAgreement.AssertErrors(network, inputs, targets);
        network.InputGradient(inputs, targets, out float[] inputGradient);
        inputGradient.Count(error => error == 0).ShouldBeInRange(inputs.Length / 4, inputs.Length * 7 / 8);
        network.Reference.Moment = (network.Reference.Moment.Seed, network.Reference.Moment.Step + 1);
        network.InputGradient(inputs, targets, out float[] next);
        next.ShouldNotBe(inputGradient);
        InterpreterAgreement.AssertErrors(network, inputs, targets);
    }

    private static void AssertBlocks(InterpretedCase network, int samples, int blockSamples)
    {
        (float[] inputs, float[] errors) = (network.AnyInputs(samples), network.OutputErrors(samples));
        (Bounded[] expected, Bounded[] expectedInputs) = network.Bounds.Backpropagate(inputs, errors);

        (float[] gradient, float[] inputGradient) = network.Backpropagate(inputs, errors, blockSamples: blockSamples);

        Bounded.AssertAll(gradient, expected, "gradient");
        Bounded.AssertAll(inputGradient, expectedInputs, "input gradient");
    }

    [Fact]
    public void An_error_that_is_no_number_goes_where_it_belongs()
    {
        var network = new InterpretedCase([3, 4, 2], Activation.Tanh, Activation.Identity, Loss.SquaredError, StorageOrder.Mixed);

        (float[] gradient, float[] inputGradient) = network.Backpropagate(network.AnyInputs(3), [1, 2, float.NaN, 3, 4, 5]);

        gradient.ShouldContain(element => float.IsNaN(element));
        inputGradient[..3].ShouldAllBe(error => float.IsFinite(error));
        inputGradient[3..6].ShouldAllBe(error => float.IsNaN(error));
        inputGradient[6..].ShouldAllBe(error => float.IsFinite(error));
    }
}
