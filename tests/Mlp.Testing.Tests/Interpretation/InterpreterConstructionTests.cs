using System;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests.Interpretation;

/// <summary>What an interpreter is not made of: each refusal says what is wrong, and where.</summary>
public sealed class InterpreterConstructionTests
{
    private static readonly LayerDescription Layer = new("Dense", 2, 3, Activation.Identity, 0);

    // As emitted code has them.
    private static TensorLayout Weights => new(0, [3, 2], [1, 16]);

    private static TensorLayout Biases => new(32, [3], [1]);

    [Fact]
    public void A_network_is_made_of_its_description_and_layouts()
    {
        var network = new InterpretedNetwork(Network(Loss.SquaredError, Layer), Weights, Biases);

        float[] storage = [1, 2, 3, .. new float[13], 10, 20, 30, .. new float[13], 100, 200, 300];
        (float[] input, float[] output) = ([1, -1], new float[3]);
        network.Forward(ref storage[0], ref input[0], ref output[0]);

        output.ShouldBe([91, 182, 273]);
    }

    [Fact]
    public void Names_compare_without_case()
    {
        var network = new InterpretedNetwork(Network("squarederror", Layer with { Activation = "relu" }), Weights, Biases);

        float[] storage = new float[35];
        (storage[32], storage[33]) = (-1, 1);
        (float[] input, float[] output) = (new float[2], new float[3]);
        network.Forward(ref storage[0], ref input[0], ref output[0]);

        output.ShouldBe([0, 1, 0]);
    }

    [Fact]
    public void An_unknown_kind() => Refused(Network(Loss.SquaredError, Layer with { Kind = "Fractal" }), Weights, Biases)
        .ShouldContain("No interpreter computes layers of the kind \"Fractal\", only of: Dense, Conv, MaxPool, ");

    [Fact]
    public void A_missing_tensor() => Refused(Network(Loss.SquaredError, Layer), Weights)
        .ShouldContain("Tensor 2 is the bias [3] of layer 1, but none is given in its place.");

    [Fact]
    public void A_tensor_of_other_sizes() => Refused(Network(Loss.SquaredError, Layer), new TensorLayout(0, [2, 3], [1, 16]), Biases)
        .ShouldContain("Tensor 1 is the weight [3, 2] of layer 1, but one of [2, 3] is given in its place.");

    [Fact]
    public void A_tensor_too_many() => Refused(Network(Loss.SquaredError, Layer), Weights, Biases, Biases).ShouldContain("3 tensors are given, but the layers have 2.");

    [Fact]
    public void Tensors_that_are_scattered()
    {
        Refused(Network(Loss.SquaredError, Layer), new TensorLayout(0, [3, 2], [4, 2]), Biases).ShouldContain("Weights have the strides [4, 2] and biases [1], but");
        Refused(Network(Loss.SquaredError, Layer), Weights, new TensorLayout(32, [3], [2])).ShouldContain("Weights have the strides [1, 16] and biases [2], but");
    }

    [Fact]
    public void Layers_that_do_not_fit() => Refused(Network(Loss.SquaredError, Layer, Layer), Weights, Biases, Weights, Biases)
        .ShouldContain("Layer 2 takes 2 values, but 3 arrive.");

    [Fact]
    public void No_layers() => Refused(Network(Loss.SquaredError)).ShouldContain("The network has no layer");

    [Fact]
    public void An_unknown_activation() => Refused(Network(Loss.SquaredError, Layer with { Activation = "Cubic" }), Weights, Biases)
        .ShouldContain("No activation of one value is called \"Cubic\"");

    [Theory]
    [InlineData("LeakyReLU(0)", "must be above 0 and finite")]
    [InlineData("ELU(1e99)", "must be above 0 and finite")]
    [InlineData("ELU(-1)", "must be above 0 and finite")]
    [InlineData("ReLU(0.1)", "\"ReLU(0.1)\" is no activation with a number; these have one: LeakyReLU, ELU")]
    [InlineData("ELU()", "No activation of one value is called \"ELU()\"")]
    [InlineData("ELU(0,5)", "No activation of one value is called \"ELU(0,5)\"")]
    public void A_number_that_does_not_fit(string activation, string message) =>
        Refused(Network(Loss.SquaredError, Layer with { Activation = activation }, new("Dense", 3, 1, Activation.Identity, 9)), Weights, Biases, Weights, Biases)
            .ShouldContain(message);

    [Theory]
    [InlineData(Activation.Identity, Loss.CrossEntropy)]
    [InlineData(Activation.Softmax, Loss.BinaryCrossEntropy)]
    [InlineData(Activation.Sigmoid, Loss.PoissonNegativeLogLikelihood)]
    [InlineData(Activation.Exp, "Hinge")]
    public void A_loss_that_does_not_go_with_the_output(string output, string loss) => Refused(Network(loss, Layer with { Activation = output }), Weights, Biases)
        .ShouldContain($"The output \"{output}\" does not go with the loss \"{loss}\"");

    private static NetworkDescription Network(string loss, params LayerDescription[] layers) => new(layers, loss, Optimizer.SGD, Initializer.Uniform);

    private static string Refused(NetworkDescription description, params StoredTensor[] tensors) =>
        Should.Throw<ArgumentException>(() => new InterpretedNetwork(description, tensors)).Message;
}
