using System.Linq;
using Mlp.Testing.Reference;
using Mlp.Testing.Tests.Interpretation;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>Where errors go in layers that have no parameters, seen by the biases of an affine map before them: worked by hand.</summary>
public sealed class LayerErrorTests
{
    [Fact]
    public void Of_equals_the_first_wins()
    {
        (double[] outputs, double[] errors) = Back("MaxPool 3", 1, 2, 2, 0, 0, 0);
        outputs.ShouldBe([2, 0]);
        errors.ShouldBe([0, 0.5, 0, 0.5, 0, 0]);
    }

    [Fact]
    public void Windows_over_each_other_add_up() => Back("MaxPool 3 stride 1", 1, 5, 2, 5, 0).Errors.ShouldBe([0, 1, 0, 0.5, 0]);

    [Fact]
    public void Each_channel_has_a_largest_of_its_own() => BackOf("4x2", "MaxPool 2", 1, 9, 3, 4, -3, -1, -3, -2).Errors.ShouldBe([0, 0.5, 0.5, 0, 0.5, 0.5, 0, 0]);

    [Fact]
    public void What_no_window_sees_has_no_error()
    {
        Back("MaxPool 2", 1, 2, 3).Errors.ShouldBe([0, 0.5, 0]);
        Back("MaxPool 1 stride 2", 1, 2, 3).Errors.ShouldBe([0.5, 0, 0.5]);
        Back("AveragePool 2 stride 3", 1, 2, 3, 4, 5).Errors.ShouldBe([0.25, 0.25, 0, 0.25, 0.25]);
    }

    [Fact]
    public void Means_share()
    {
        (double[] outputs, double[] errors) = Back("AveragePool 2 stride 1 Same", 1, 2, 3);
        outputs.ShouldBe([1.5, 2.5, 3]);
        errors.ShouldBe([0.25, 0.5, 0.75]);
        (outputs, errors) = Back("GlobalAveragePool", 1, 2, 3, 6);
        outputs.ShouldBe([3]);
        errors.ShouldBe([0.125, 0.125, 0.125, 0.125]);
    }

    [Fact]
    public void A_clip_lets_errors_through_strictly_between_its_ends()
    {
        (double[] outputs, double[] errors) = Back("Clip -1 2", -1.5f, -1, -0.5f, 1.5f, 2, 2.5f);
        outputs.ShouldBe([-1, -1, -0.5, 1.5, 2, 2]);
        errors.ShouldBe([0, 0, 0.5, 0.5, 0, 0]);
    }

    [Fact]
    public void A_clip_may_have_one_end() => Back("Clip 0 Infinity", -1, 2, 1e30f).Outputs.ShouldBe([0, 2, 1e30f]);

    [Fact]
    public void What_is_dropped_is_zero_whatever_it_was_and_what_stays_is_made_up_for()
    {
        float[] x = [1, 2, -3, float.NaN, 5, float.PositiveInfinity, 7, float.NegativeInfinity, 9, 10, 11, 12];
        InterpretedCase network = Network("12x1", "Dropout 0.75", x);
        bool[] stays = [.. Enumerable.Range(0, x.Length).Select(unit => network.Masks.Of(1, 0).Keeps(unit, 1 << 22))];
        stays.Count(keeps => keeps).ShouldBeInRange(1, 11);

        // Nothing is dropped in a prediction.
        network.Outputs([1]).ShouldBe(x);
        network.Reference.Forward([1]).ShouldBe(x.Select(value => (double)value));

        // Where h = 4 x stays, and the target is −1: δ = 4 (4 x + 1); else δ = 1 and nothing goes back.
        network.Gradient([1], [.. x.Select(_ => -1f)], out float[] gradient);
        gradient[x.Length..].ShouldBe(x.Select((value, unit) => stays[unit] ? 4 * ((4 * value) + 1) : 0));
        network.Reference.Gradient([1], [.. x.Select(_ => -1f)])[x.Length..].ShouldBe(x.Select((value, unit) => stays[unit] ? 4 * ((4 * (double)value) + 1) : 0));
    }

    [Fact]
    public void A_learned_slope_is_that_of_what_is_not_above_zero_and_learns_from_it()
    {
        float[] x = [-2, 3, 0, -0.5f, 4, -1];
        InterpretedCase network = Network("3x2", "PReLU", x, 0.25f, -2);
        network.Outputs([1]).ShouldBe([-0.5f, 3, 0, 1, 4, 2]);
        network.Reference.Forward([1]).ShouldBe([-0.5, 3, 0, 1, 4, 2]);

        // δ = h, for targets of 0.
        network.Gradient([1], new float[6], out float[] gradient);
        gradient[6..].ShouldBe([-0.125f, 3, 0, -2, 4, -4, 1, -2.5f]);
        network.Reference.Gradient([1], new float[6])[6..].ShouldBe([-0.125, 3, 0, -2, 4, -4, 1, -2.5]);
    }

    [Fact]
    public void A_scaler_scales_errors()
    {
        (double[] outputs, double[] errors) = BackOf("2x2", "Affine 2,-4 1,0.5", 1, 1, -1, 2);
        outputs.ShouldBe([3, -3.5, -1, -7.5]);
        errors.ShouldBe([1, -2, 1, -2]);
    }

    [Theory]
    [InlineData("MaxPool 4", new[] { float.NaN }, 1)]
    [InlineData("MaxPool 2", new[] { float.NaN, float.NaN }, 1, 2)]
    [InlineData("AveragePool 2", new[] { float.NaN, float.NaN }, 0, 1, 2, 3)]
    [InlineData("Clip -9 9", new[] { 1, float.NaN, float.NaN, 2 })]
    public void A_NaN_is_seen_and_so_is_its_error(string layer, float[] expected, params int[] errors)
    {
        InterpretedCase network = Network("4x1", layer, 1, float.NaN, float.NaN, 2);

        network.Outputs([1]).ShouldBe(expected);
        network.Reference.Forward([1]).ShouldBe(expected.Select(value => (double)value));
        network.Gradient([1], [.. expected.Select(_ => 0f)], out float[] gradient);
        Enumerable.Range(0, 4).Where(index => float.IsNaN(gradient[4 + index])).ShouldBe(errors);
        double[] exact = network.Reference.Gradient([1], [.. expected.Select(_ => 0f)]);
        Enumerable.Range(0, 4).Where(index => double.IsNaN(exact[4 + index])).ShouldBe(errors);
    }

    [Fact]
    public void A_tap_outside_the_sample_is_no_product()
    {
        var network = new InterpretedCase(LayerText.Network("1x1 | Conv 1 3 Same"), StorageOrder.ByInput);
        network.Use([float.PositiveInfinity, 3, float.NegativeInfinity, 1]);

        network.Outputs([2]).ShouldBe([7]);
        network.Reference.Forward([2]).ShouldBe([7]);
    }

    [Fact]
    public void A_maximum_that_rounding_may_move_is_explained_and_another_is_not()
    {
        InterpretedCase network = Network("4x1", "MaxPool 2", 1, 1 + 1e-7f, 1, 2);

        Bounded[] errors = network.Bounds.Gradient([1], [0.5f, 1.5f]).Elements[4..];

        errors[0].Admits(0.5f).ShouldBeTrue();
        errors[1].Admits(0).ShouldBeTrue();
        errors[0].Admits(0.6f).ShouldBeFalse("it is δ or nothing");
        errors[2].Admits(1e-6f).ShouldBeFalse();
        errors[3].Admits(0.5f).ShouldBeTrue();
        errors[3].Admits(0).ShouldBeFalse("2 is far from 1");
    }

    [Fact]
    public void A_value_at_an_end_that_rounding_may_move_is_explained_and_another_is_not()
    {
        InterpretedCase network = Network("3x1", "Clip -1 1", 1 - 1e-7f, 0.5f, 3);

        Bounded[] errors = network.Bounds.Gradient([1], [0.5f, 0, 0.5f]).Elements[3..];

        errors[0].Admits(0).ShouldBeTrue();
        errors[0].Admits(0.5f).ShouldBeTrue();
        errors[1].Admits(0).ShouldBeFalse();
        errors[2].Admits(1e-6f).ShouldBeFalse();
    }

    private static (double[] Outputs, double[] Errors) Back(string layer, params float[] x) => BackOf($"{x.Length}x1", layer, x);

    /// <summary>What becomes of x, and the errors of its values where δ = ½ for all that leaves.</summary>
    private static (double[] Outputs, double[] Errors) BackOf(string shape, string layer, params float[] x)
    {
        InterpretedCase network = Network(shape, layer, x);
        double[] outputs = network.Reference.Forward([1]);
        network.Outputs([1]).ShouldBe(outputs.Select(value => (float)value));
        float[] targets = [.. outputs.Select(value => (float)value - 0.5f)];
        double[] exact = network.Reference.Gradient([1], targets);
        network.Gradient([1], targets, out float[] gradient);
        gradient.ShouldBe(exact.Select(value => (float)value));
        return (outputs, exact[x.Length..]);
    }

    private static InterpretedCase Network(string shape, string layer, params float[] x) => Network(shape, layer, x, []);

    /// <summary>The layer behind a dense one of weights 0 and biases x, whose gradient is the error of what leaves it.</summary>
    private static InterpretedCase Network(string shape, string layer, float[] x, params float[] parameters)
    {
        NetworkDescription after = LayerText.Network($"{shape} | {layer}");
        var first = new LayerDescription("Dense", 1, x.Length, Activation.Identity, 0);
        var network = new InterpretedCase(after with { Layers = [first, .. after.Layers.Select(own => own with { ParameterOffset = first.ParameterCount })] }, StorageOrder.ByInput);
        network.Use([.. new float[x.Length], .. x, .. parameters]);
        return network;
    }
}
