using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests.Interpretation;

/// <summary>The interpreter against the oracle: every hidden activation, output and loss, many shapes, every order of storage.</summary>
public sealed class InterpreterOracleTests
{
    private static readonly int[][] Shapes =
    [
        [1, 1], [5, 3], [1, 1, 1], [3, 1, 2], [7, 2, 33, 5], [16, 16, 16], [130, 67, 10], [9000, 3], [2, 4000, 3], [4, 3, 3, 3, 3, 3, 3, 2],
    ];

    public static IEnumerable<object[]> Grid => ReferenceGrid.All();

    public static IEnumerable<object[]> ShapesAndOrders =>
        from shape in Shapes from order in Enum.GetValues<StorageOrder>() select new object[] { shape, order };

    [Theory]
    [MemberData(nameof(Grid))]
    public void Every_activation_output_and_loss(string hidden, string output, string loss)
    {
        var network = new InterpretedCase([5, 17, 9, 3], hidden, output, loss, StorageOrder.Mixed);
        InterpreterAgreement.AssertAll(network, samples: 33);
        InterpreterAgreement.AssertErrors(network, network.AnyInputs(7), network.Targets(7));
    }

    [Theory]
    [MemberData(nameof(ShapesAndOrders))]
    public void Every_shape_and_order(int[] sizes, StorageOrder order)
    {
        InterpreterAgreement.AssertAll(new InterpretedCase(sizes, Activation.Tanh, Activation.Identity, Loss.SquaredError, order), samples: 3);
        var network = new InterpretedCase(sizes, Activation.GELU, Activation.Softmax, Loss.CrossEntropy, order);
        InterpreterAgreement.AssertAll(network, samples: 3);
        InterpreterAgreement.AssertErrors(network, network.AnyInputs(2), network.Targets(2));
    }

    [Theory]
    [InlineData(3, Activation.Softmax, Loss.CrossEntropy)]
    [InlineData(3, Activation.Softmax, Loss.SquaredError)]
    [InlineData(1, Activation.Sigmoid, Loss.BinaryCrossEntropy)]
    [InlineData(1, Activation.Sigmoid, Loss.SquaredError)]
    public void Labels_are_the_targets_that_they_stand_for(int outputs, string output, string loss)
    {
        const int N = 21;
        var network = new InterpretedCase([4, 9, outputs], Activation.SiLU, output, loss, StorageOrder.Mixed);
        float[] inputs = network.Inputs(N);
        int[] labels = [.. Enumerable.Range(0, N).Select(i => i * 5 % int.Max(outputs, 2))];
        float[] targets = [.. labels.SelectMany(label => Enumerable.Range(0, outputs).Select(k => outputs == 1 ? label : k == label ? 1f : 0))];
        BoundedGradient expected = network.Bounds.Gradient(inputs, targets);

        expected.Loss.Assert(network.Loss(inputs, targets: null, labels), "loss");
        expected.Loss.Assert(network.Gradient(inputs, targets: null, out float[] gradient, labels), "loss with its gradient");
        Bounded.AssertAll(gradient, expected.Elements, "gradient");
        network.Gradient(inputs, targets, out float[] same);
        same.ShouldBe(gradient);
        expected.Loss.Assert(network.InputGradient(inputs, targets: null, out float[] inputGradient, labels), "loss with its input gradient");
        Bounded.AssertAll(inputGradient, network.Bounds.InputGradient(inputs, targets), "input gradient");
        InterpreterAgreement.AssertStep(network, inputs.AsSpan(0, 4).ToArray(), targets.AsSpan(0, outputs).ToArray(), labels[..1]);
    }

    [Theory]
    [MemberData(nameof(Grid))]
    public void One_sample_is_added_onto_the_parameters_themselves(string hidden, string output, string loss)
    {
        var network = new InterpretedCase([6, 8, 5, 4], hidden, output, loss, StorageOrder.Mixed);
        network.Interpreter.TrainingSamples.ShouldBe(1);

        InterpreterAgreement.AssertStep(network, network.Inputs(1), network.Targets(1), labels: null);
    }

    [Theory]
    [MemberData(nameof(Grid))]
    public void Weighted_samples_are_added_onto_what_is_there(string hidden, string output, string loss)
    {
        var network = new InterpretedCase([3, 7, 4], hidden, output, loss, StorageOrder.Mixed);

        InterpreterAgreement.AssertWeighted(network, network.Inputs(9), network.Targets(9));
    }
}
