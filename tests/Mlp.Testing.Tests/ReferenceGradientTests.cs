using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>The oracle's gradient against central differences of its loss: a check that shares nothing with back-propagation.</summary>
public sealed class ReferenceGradientTests
{
    private const double Epsilon = 1e-6;
    private const float InputEpsilon = 1f / 16384;
    private const double Absolute = 1e-5;
    private const double Relative = 1e-3;

    public static IEnumerable<object[]> Grid => ReferenceGrid.All();

    [Theory]
    [MemberData(nameof(Grid))]
    public void Gradient_agrees_with_central_differences(string hidden, string output, string loss)
    {
        var random = new Random(hidden.Length + (31 * output.Length) + (977 * loss.Length));
        ReferenceNetwork network = ReferenceGrid.Network([3, 4, 3, 2], hidden, output, loss, random);
        float[] inputs = ReferenceGrid.Inputs(network, 4, random);
        float[] targets = ReferenceGrid.Targets(network, 4, random);

        AssertDifferences(network, inputs, targets);
    }

    /// <summary>L = Σ c ŷ for any c: a loss that no network has.</summary>
    [Theory]
    [MemberData(nameof(Grid))]
    public void The_way_back_from_a_given_error_agrees_with_central_differences(string hidden, string output, string loss)
    {
        var random = new Random(hidden.Length + (31 * output.Length) + (977 * loss.Length));
        ReferenceNetwork network = ReferenceGrid.Network([3, 4, 3, 2], hidden, output, loss, random);
        float[] inputs = ReferenceGrid.Inputs(network, 3, random);
        float[] errors = ReferenceGrid.Uniform(6, -1, 1, random);
        (Bounded[] gradient, Bounded[] inputGradient) = new BoundedReference(network).Backpropagate(inputs, errors);

        for (int i = 0; i < gradient.Length; i++)
        {
            AssertClose(gradient[i].Value, Difference(network, i, Weighted), $"parameter {i}");
        }

        for (int i = 0; i < inputs.Length; i++)
        {
            AssertClose(inputGradient[i].Value, InputDifference(inputs, i, Weighted), $"input {i}");
        }

        double Weighted() => inputs.Chunk(3).SelectMany(sample => network.Forward(sample)).Zip(errors, (prediction, error) => prediction * error).Sum();
    }

    [Theory]
    [InlineData("7x2 | Conv 3 3 Tanh | Dense 2")]
    [InlineData("7x2 | Conv 3 3 stride 2 dilation 2 Same Tanh | Dense 2")]
    [InlineData("6x2 | Conv 3 2 Causal dilation 3 Softplus | Conv 2 2 Causal")]
    [InlineData("5x4x2 | Conv 3 3x2 Tanh | Dense 2")]
    [InlineData("5x4x4 | Conv 6 3 Same groups 2 SiLU | Dense 2")]
    [InlineData("5x4x3 | Conv 3 3 Same groups 3 | Conv 2 2 stride 2 Same")]
    [InlineData("6x2 | Conv 3 2 Tanh | MaxPool 2 | Dense 2")]
    [InlineData("5x4x1 | Conv 2 2 | MaxPool 3 stride 1 Same | Dense 2")]
    [InlineData("5x1 | Conv 2 2 | MaxPool 2 stride 3")]
    [InlineData("6x2 | Conv 3 2 Tanh | AveragePool 2 | Dense 2")]
    [InlineData("5x5x1 | Conv 2 2 Tanh | AveragePool 3 stride 2 Same")]
    [InlineData("5x5x2 | Conv 3 2 Tanh | GlobalAveragePool")]
    [InlineData("5x2 | Conv 3 2 | Activation GELU | Dense 2")]
    [InlineData("4x2 | Conv 3 2 | Affine 1,-2,0.5 0.5,0,-1 | Dense 2 | Affine -2 1")]
    [InlineData("4x2 | Conv 3 2 | Clip -0.5 0.75 | Dense 2 | Clip -1 1")]
    [InlineData("4x3x2 | PReLU | Conv 3 2 | PReLU | Dense 3 Tanh | PReLU | Dense 2")]
    [InlineData("6 | Dropout 0.25 | Dense 5 Tanh | Dropout 0.5 | Dense 2")]
    [InlineData("5x4x2 | Conv 3 2 Softplus | Dropout 0.5 | Dense 4 SiLU | Dropout 0 | Dense 2")]
    [InlineData("6x6x1 | Clip -0.75 0.75 | Conv 3 3 Tanh | MaxPool 2 | Affine 2 0.5 | Conv 3 2 Same ReLU | AveragePool 2 stride 1 | Activation Tanh | Dense 3 SiLU | Dense 2")]
    public void Gradient_of_every_kind_agrees_with_central_differences(string stack)
    {
        foreach ((string output, string loss) in ReferenceGrid.Outputs.Where(pair => pair.Output is Activation.Identity or Activation.Softmax or Activation.Sigmoid))
        {
            var random = new Random(stack.Length + (31 * output.Length) + (977 * loss.Length));
            ReferenceNetwork network = ReferenceGrid.Network(LayerText.Network(stack, output, loss), random);
            network.Parameters.Length.ShouldBeGreaterThan(0);

            AssertDifferences(network, ReferenceGrid.Inputs(network, 3, random), ReferenceGrid.Targets(network, 3, random));
        }
    }

    [Theory]
    [InlineData(Activation.ReLU, 0)]
    [InlineData(Activation.LeakyReLU, 0.01)]
    public void At_the_kink_the_derivative_is_that_of_the_left(string activation, double expected) =>
        ReferenceFunction.Of(activation).Derivative(0).ShouldBe(expected);

    [Fact]
    public void Every_activation_is_in_the_grid()
    {
        // PReLU is a layer: it is among the kinds.
        string[] names = [.. typeof(Activation).GetFields().Select(field => field.Name).Except([Activation.PReLU])];
        ReferenceGrid.Outputs.Select(pair => pair.Output).Intersect(names).ShouldBe(names, ignoreOrder: true);
        ReferenceGrid.Hidden.Intersect(names).ShouldBe(names.Except([Activation.Softmax, Activation.Exp]), ignoreOrder: true);
    }

    [Fact]
    public void A_step_descends()
    {
        var random = new Random(5);
        ReferenceNetwork network = ReferenceGrid.Network([3, 8, 2], Activation.Tanh, Activation.Softmax, Loss.CrossEntropy, random);
        float[] inputs = ReferenceGrid.Inputs(network, 16, random);
        float[] targets = ReferenceGrid.Targets(network, 16, random);
        double before = network.MeanLoss(inputs, targets);

        network.Step(inputs, targets, 0.1);

        network.MeanLoss(inputs, targets).ShouldBeLessThan(before);
    }

    private static void AssertDifferences(ReferenceNetwork network, float[] inputs, float[] targets)
    {
        double[] gradient = network.Gradient(inputs, targets);
        double[] inputGradient = network.InputGradient(inputs, targets);

        for (int i = 0; i < gradient.Length; i++)
        {
            AssertClose(gradient[i], Difference(network, i, Loss), $"parameter {i}");
        }

        for (int i = 0; i < inputs.Length; i++)
        {
            AssertClose(inputGradient[i], InputDifference(inputs, i, Loss), $"input {i}");
        }

        double Loss() => network.MeanLoss(inputs, targets, isTraining: true);
    }

    private static void AssertClose(double actual, double numeric, string what) => actual.ShouldBe(numeric, Absolute + (Relative * Math.Abs(numeric)), what);

    private static double Difference(ReferenceNetwork network, int parameter, Func<double> loss)
    {
        double kept = network.Parameters[parameter];
        network.Parameters[parameter] = kept + Epsilon;
        double above = loss();
        network.Parameters[parameter] = kept - Epsilon;
        double below = loss();
        network.Parameters[parameter] = kept;
        return (above - below) / (2 * Epsilon);
    }

    /// <summary>Inputs are in single precision: the difference is of what they became.</summary>
    private static double InputDifference(float[] inputs, int input, Func<double> loss)
    {
        float kept = inputs[input];
        (float high, float low) = (kept + InputEpsilon, kept - InputEpsilon);
        inputs[input] = high;
        double above = loss();
        inputs[input] = low;
        double below = loss();
        inputs[input] = kept;
        return (above - below) / ((double)high - low);
    }
}
