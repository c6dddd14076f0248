using System;
using System.Collections.Generic;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>The error bounds admit an honest single-precision evaluation, and nothing that is merely close.</summary>
public sealed class BoundedReferenceTests
{
    public static IEnumerable<object[]> Grid => ReferenceGrid.All();

    [Theory]
    [MemberData(nameof(Grid))]
    public void Single_precision_is_admitted(string hidden, string output, string loss)
    {
        var random = new Random(hidden.Length + (31 * output.Length));
        ReferenceNetwork network = ReferenceGrid.Network([5, 17, 9, 3], hidden, output, loss, random);
        float[] inputs = ReferenceGrid.Inputs(network, 33, random);
        float[] targets = ReferenceGrid.Targets(network, 33, random);
        var single = new SinglePrecisionNetwork(network);
        float[] gradient = new float[network.Parameters.Length];
        float meanLoss = single.Gradient(inputs, targets, gradient);

        BoundedGradient expected = new BoundedReference(network).Gradient(inputs, targets);

        Bounded.AssertAll(single.Forward(inputs.AsSpan(0, 5)), new BoundedReference(network).Forward(inputs.AsSpan(0, 5)), "output");
        expected.Loss.Assert(meanLoss, "loss");
        Bounded.AssertAll(gradient, expected.Elements, "gradient");
    }

    [Theory]
    [MemberData(nameof(Grid))]
    public void A_weight_off_by_a_thousandth_is_refused(string hidden, string output, string loss)
    {
        var random = new Random(hidden.Length + (31 * output.Length));
        ReferenceNetwork network = ReferenceGrid.Network([5, 17, 9, 3], hidden, output, loss, random);
        float[] inputs = ReferenceGrid.Inputs(network, 33, random);
        float[] targets = ReferenceGrid.Targets(network, 33, random);
        BoundedGradient expected = new BoundedReference(network).Gradient(inputs, targets);
        for (int i = 0; i < network.Parameters.Length; i += 3)
        {
            network.Parameters[i] *= 1.001;
        }

        float[] gradient = new float[network.Parameters.Length];
        new SinglePrecisionNetwork(network).Gradient(inputs, targets, gradient);

        Should.Throw<MismatchException>(() => Bounded.AssertAll(gradient, expected.Elements, "gradient"));
    }

    [Fact]
    public void Bounds_of_a_common_network_are_small()
    {
        var random = new Random(3);
        ReferenceNetwork network = ReferenceGrid.Network([4, 16, 3], Activation.ReLU, Activation.Softmax, Loss.CrossEntropy, random);
        float[] inputs = ReferenceGrid.Inputs(network, 8, random);
        var bounded = new BoundedReference(network);

        foreach (Bounded output in bounded.Forward(inputs))
        {
            output.Bound.ShouldBeInRange(1e-9, 1e-4);
        }
    }

    [Fact]
    public void A_pre_activation_of_exactly_zero_has_no_way_to_flip()
    {
        var network = new ReferenceNetwork([1, 1, 1], Activation.ReLU, Activation.Identity);
        network.Parameters[0] = 1;
        network.Parameters[2] = 1;

        BoundedGradient gradient = new BoundedReference(network).Gradient([0], [1]);

        gradient.Elements[1].Admits(0).ShouldBeTrue();
        gradient.Elements[1].Admits(-1).ShouldBeFalse("ReLU′(0) = 0, and 0 is exact here");
    }

    [Fact]
    public void A_pre_activation_within_its_error_of_zero_may_flip()
    {
        var network = new ReferenceNetwork([2, 1, 1], Activation.ReLU, Activation.Identity);
        network.Parameters[0] = 1;
        network.Parameters[1] = -1;
        network.Parameters[3] = 1;

        BoundedGradient gradient = new BoundedReference(network).Gradient([1, 1], [1]);

        gradient.Elements[2].Admits(0).ShouldBeTrue();
        gradient.Elements[2].Admits(-1).ShouldBeTrue();
        gradient.Elements[2].Admits(-2).ShouldBeFalse();
    }

    [Theory]
    [InlineData(double.NaN, float.NaN, true)]
    [InlineData(double.NaN, 0f, false)]
    [InlineData(double.PositiveInfinity, float.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, float.MaxValue, false)]
    [InlineData(1, float.NaN, false)]
    public void Nan_and_infinities_must_match(double expected, float actual, bool admitted) =>
        new Bounded(expected, 1e-3).Admits(actual).ShouldBe(admitted);
}
