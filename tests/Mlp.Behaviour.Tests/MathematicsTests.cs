using System;
using Mlp.Behaviour.Tests.Networks;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>
/// The places where the documents that the mathematics comes from are wrong: each has a test of the oracle and of an
/// emitted network, on a single layer whose numbers can be done by hand.
/// </summary>
public sealed class MathematicsTests
{
    private const float Tolerance = 1e-6f;

    // W = I, b = 0 for three inputs and three outputs; ∂L/∂b stands at 9 to 11.
    private static readonly float[] Unit = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0];
    private static readonly float[] Input = [0, 1, 2];

    [Fact]
    public void Softmax_uses_the_positive_exponent_not_Frameworks()
    {
        Bench bench = Categorical();
        double total = 1 + Math.E + (Math.E * Math.E);
        double[] expected = [1 / total, Math.E / total, Math.E * Math.E / total];

        ShouldBeNear(bench.Reference.Forward(Input), expected);
        ShouldBeNear(bench.Outputs(Input), expected);
    }

    [Fact]
    public void Error_of_softmax_keeps_the_off_diagonal_terms_that_Framework_drops()
    {
        // A − c for every class, the wrong ones included: dropping the Jacobian's off-diagonal leaves 0 there.
        Bench bench = Categorical();
        double[] prediction = bench.Reference.Forward(Input);
        double[] expected = [prediction[0], prediction[1] - 1, prediction[2]];
        float[] target = [0, 1, 0];

        ShouldBeNear(bench.Reference.Gradient(Input, target)[9..], expected);
        ShouldBeNear(Gradient(bench, Input, target)[9..], expected);
    }

    [Fact]
    public void Bias_gradient_is_the_sum_over_samples_divided_by_n_not_Lu14()
    {
        // Two samples with errors (1, 2, 3) and (3, 2, 1): their mean is (2, 2, 2); either φ alone over n is not.
        Bench bench = Linear();
        float[] inputs = [1, 2, 3, 3, 2, 1];
        float[] targets = new float[6];

        ShouldBeNear(bench.Reference.Gradient(inputs, targets)[9..], [2, 2, 2]);
        ShouldBeNear(Gradient(bench, inputs, targets)[9..], [2, 2, 2]);
    }

    [Fact]
    public void Squared_error_has_the_half_that_its_error_belongs_to_not_Kakade3()
    {
        // ŷ − y = (0, 1, 2): the loss is ½ (1 + 4), and δ is ŷ − y, neither doubled nor of the other sign.
        Bench bench = Linear();
        float[] target = new float[3];

        bench.Reference.MeanLoss(Input, target).ShouldBe(2.5);
        bench.Network.ComputeLoss(Input, target).ShouldBe(2.5f, Tolerance);
        ShouldBeNear(bench.Reference.Gradient(Input, target)[9..], [0, 1, 2]);
        ShouldBeNear(Gradient(bench, Input, target)[9..], [0, 1, 2]);
    }

    [Fact]
    public void Descent_follows_the_negative_gradient_of_the_loss_not_of_the_direction_as_Lecture3_prints()
    {
        Bench bench = Linear();
        float[] target = new float[3];
        float[] gradient = Gradient(bench, Input, target);
        double before = bench.Reference.MeanLoss(Input, target);

        bench.Reference.Step(Input, target, 0.1);
        bench.Network.TrainStep(Input, target, 0.1f);

        float[] after = bench.Parameters;
        for (int i = 0; i < after.Length; i++)
        {
            bench.Reference.Parameters[i].ShouldBe(Unit[i] - (0.1 * gradient[i]), Tolerance);
            after[i].ShouldBe(Unit[i] - (0.1f * gradient[i]), Tolerance);
        }

        bench.Reference.MeanLoss(Input, target).ShouldBeLessThan(before);
    }

    [Fact]
    public void Softmax_with_squared_error_goes_through_the_whole_Jacobian()
    {
        var bench = new Bench(NetworkCatalogue.Of<N5x9x10_ReLU_Softmax_SquaredError>());
        (float[] input, float[] target) = (bench.Inputs(1), bench.Targets(1));
        double[] p = bench.Reference.Forward(input);
        double[] expected = new double[10];
        for (int k = 0; k < 10; k++)
        {
            for (int j = 0; j < 10; j++)
            {
                expected[k] += (p[j] - target[j]) * ((j == k ? p[k] : 0) - (p[j] * p[k]));
            }
        }

        ShouldBeNear(bench.Reference.Gradient(input, target)[^10..], expected);
        ShouldBeNear(Gradient(bench, input, target)[^10..], expected);
    }

    [Fact]
    public void Relu_has_no_slope_at_zero_Lu16()
    {
        var bench = new Bench(NetworkCatalogue.Of<N8x12x5_ReLU_Softmax>());
        float[] parameters = bench.RandomParameters();
        Array.Clear(parameters, 0, (8 * 12) + 12);
        bench.Use(parameters);
        (float[] input, float[] target) = (bench.Inputs(1), bench.Targets(1));

        bench.Reference.Gradient(input, target)[..((8 * 12) + 12)].ShouldAllBe(element => element == 0);
        Gradient(bench, input, target)[..((8 * 12) + 12)].ShouldAllBe(element => element == 0);
    }

    private static Bench Categorical() => With(new Bench(NetworkCatalogue.Of<N3x3_Softmax>()));

    private static Bench Linear() => With(new Bench(NetworkCatalogue.Of<N3x3_Identity>()));

    private static Bench With(Bench bench)
    {
        bench.Use(Unit);
        return bench;
    }

    private static float[] Gradient(Bench bench, float[] inputs, float[] targets)
    {
        float[] gradient = new float[bench.Case.ParameterCount];
        bench.Network.ComputeGradient(inputs, targets, gradient);
        return gradient;
    }

    private static void ShouldBeNear(float[] actual, double[] expected) =>
        ShouldBeNear(Array.ConvertAll(actual, value => (double)value), expected);

    private static void ShouldBeNear(double[] actual, double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            actual[i].ShouldBe(expected[i], Tolerance, $"element {i}");
        }
    }
}
