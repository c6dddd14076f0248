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

        double[] gradient = network.Gradient(inputs, targets);

        for (int i = 0; i < gradient.Length; i++)
        {
            double numeric = Difference(network, i, inputs, targets);
            gradient[i].ShouldBe(numeric, Absolute + (Relative * Math.Abs(numeric)), $"parameter {i}");
        }
    }

    [Theory]
    [InlineData(Activation.ReLU, 0)]
    [InlineData(Activation.LeakyReLU, 0.01)]
    public void At_the_kink_the_derivative_is_that_of_the_left(string activation, double expected) =>
        ReferenceActivation.Of(activation).Derivative(0).ShouldBe(expected);

    [Fact]
    public void Every_activation_is_in_the_grid()
    {
        string[] names = [.. typeof(Activation).GetFields().Select(field => field.Name)];
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

    private static double Difference(ReferenceNetwork network, int parameter, float[] inputs, float[] targets)
    {
        double kept = network.Parameters[parameter];
        network.Parameters[parameter] = kept + Epsilon;
        double above = network.MeanLoss(inputs, targets);
        network.Parameters[parameter] = kept - Epsilon;
        double below = network.MeanLoss(inputs, targets);
        network.Parameters[parameter] = kept;
        return (above - below) / (2 * Epsilon);
    }
}
