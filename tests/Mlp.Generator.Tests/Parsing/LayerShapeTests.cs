using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Parsing;

/// <summary>Shapes that are inferred from layer to layer, against positions that are counted one by one; and names that tell layers apart.</summary>
public sealed class LayerShapeTests
{
    [Theory]
    [InlineData("Valid")]
    [InlineData("Same")]
    [InlineData("Causal")]
    public void A_window_has_the_positions_that_are_counted(string padding)
    {
        var all =
            from kernel in (int[])[1, 2, 3, 4, 5, 7]
            from stride in (int[])[1, 2, 3, 5]
            from dilation in (int[])[1, 2, 3]
            from length in Enumerable.Range(1, 12)
            select (kernel, stride, dilation, length);
        foreach ((int kernel, int stride, int dilation, int length) in all)
        {
            var window = Window(kernel, stride, dilation, Enum.Parse<PaddingKind>(padding));
            (int positions, int before) = Counted(padding, length, kernel, stride, dilation);
            window.Positions(0, length).ShouldBe(positions, $"{kernel} {stride} {dilation} {length}");
            if (positions > 0)
            {
                window.PaddingBefore(0, length).ShouldBe(before, $"{kernel} {stride} {dilation} {length}");
            }
        }
    }

    [Fact]
    public void A_window_of_numbers_sees_what_is_counted_and_is_equal_to_every_other_that_sees_the_same()
    {
        foreach ((int kernel, int stride, int dilation, int length) in
            from kernel in (int[])[1, 2, 3, 4]
            from stride in (int[])[1, 2, 3]
            from dilation in (int[])[1, 2]
            from length in Enumerable.Range(1, 7)
            select (kernel, stride, dilation, length))
        {
            var models = new Dictionary<(int, int), WindowModel>();
            foreach ((int before, int after) in from before in Enumerable.Range(0, 4) from after in Enumerable.Range(0, 4) select (before, after))
            {
                var window = WindowModel.Of(Shape.Of(length, 2), [kernel], [stride], [dilation], [before], [after], isPool: false);
                int reach = 1 + (dilation * (kernel - 1));
                int positions = Enumerable.Range(0, 20).Count(position => (position * stride) - before + reach <= length + after);
                window.Positions(0, length).ShouldBe(positions);
                if (positions == 0)
                {
                    continue;
                }

                window.PaddingBefore(0, length).ShouldBe(before);
                if (models.TryGetValue((positions, before), out WindowModel? same))
                {
                    window.ShouldBe(same);
                }

                models[(positions, before)] = window;
            }

            models.Values.ShouldBeUnique();
            models.Values.Select(window => window.Signature(1)).ShouldBeUnique();
            foreach (WindowModel window in models.Values)
            {
                WindowModel? named = Enum.GetValues<PaddingKind>().Select(kind => Window(kernel, stride, dilation, kind))
                    .FirstOrDefault(named => named.Positions(0, length) == window.Positions(0, length) && named.PaddingBefore(0, length) == window.PaddingBefore(0, length));
                window.ShouldBe(named ?? window);
                (window.Padding.Kind is null).ShouldBe(named is null);
            }
        }
    }

    [Theory]
    [InlineData("Conv(6, 3, Padding = \"1\")", "Conv(6, 3, Padding = \"Same\")")]
    [InlineData("Conv(6, 3, Padding = \"0 1\", Stride = 2)", "Conv(6, 3, Padding = \"Same\", Stride = 2)")]
    [InlineData("Conv(6, 3, Padding = \"0, 0\")", "Conv(6, 3)")]
    [InlineData("Conv(6, 3, Padding = \"1 0, 1 1\", Stride = 2)", "Conv(6, 3, Padding = \"1\", Stride = 2)")]
    [InlineData("Conv(6, 2, Padding = \"0 9, 0 9\")", "Conv(6, 2, Padding = \"0 9\")")]
    [InlineData("Conv(6, 3, Strides = new[] { 2, 2 }, Dilations = new[] { 1, 1 })", "Conv(6, 3, Stride = 2)")]
    [InlineData("MaxPool(3, Strides = new[] { 3, 3 })", "MaxPool(3)")]
    [InlineData("MaxPool(2, 3, Strides = new[] { 2, 3 }, Padding = \"1, 1 2\")", "MaxPool(2, 3, Padding = \"1\", Strides = new[] { 2, 3 })")]
    public void Windows_that_see_the_same_are_one_and_written_in_the_shortest_form(string layer, string shortest)
    {
        LayerModel model = Parsed.Network($"using Mlp; [Network(28, 28, 1)] [{layer}] partial class Net;").Layers[0];

        model.ShouldBe(Parsed.Network($"using Mlp; [Network(28, 28, 1)] [{shortest}] partial class Net;").Layers[0]);
        model.Written(withActivation: false).ShouldBe(shortest);
    }

    [Fact]
    public void Numbers_that_are_Causal_are_so_for_a_convolution_alone()
    {
        WindowModel Of(bool isPool) => WindowModel.Of(Shape.Of(9, 2), [3], [1], [1], [2], [0], isPool);

        Of(isPool: false).Padding.ShouldBe((PaddingModel)PaddingKind.Causal);
        Of(isPool: true).Padding.ToString().ShouldBe("2 0");
    }

    [Theory]
    [InlineData("Conv(6, 5)", "24 × 24 × 6")]
    [InlineData("Conv(6, 5, 3)", "24 × 26 × 6")]
    [InlineData("Conv(6, 5, Padding = \"same\")", "28 × 28 × 6")]
    [InlineData("Conv(6, 5, Padding = \"Same\", Stride = 3)", "10 × 10 × 6")]
    [InlineData("Conv(6, 5, Dilation = 3)", "16 × 16 × 6")]
    [InlineData("Conv(6, 28)", "1 × 1 × 6")]
    [InlineData("Conv(6, 3, Stride = 2, Padding = \"1\")", "14 × 14 × 6")]
    [InlineData("Conv(6, 3, Padding = \"0, 2\")", "26 × 30 × 6")]
    [InlineData("Conv(6, 3, Padding = \"0 1, 2 3\")", "27 × 31 × 6")]
    [InlineData("Conv(6, 3, Strides = new[] { 2, 1 }, Dilations = new[] { 1, 3 })", "13 × 22 × 6")]
    [InlineData("Conv(6, 1, Padding = \"40\")", "108 × 108 × 6")]
    [InlineData("MaxPool(3, Stride = 2, Padding = \"1\")", "14 × 14 × 1")]
    [InlineData("MaxPool(2, 3, Strides = new[] { 1, 2 })", "27 × 13 × 1")]
    [InlineData("MaxPool(2)", "14 × 14 × 1")]
    [InlineData("MaxPool(3)", "9 × 9 × 1")]
    [InlineData("MaxPool(3, Padding = \"Same\")", "10 × 10 × 1")]
    [InlineData("AveragePool(3, 2, Stride = 2)", "13 × 14 × 1")]
    [InlineData("AveragePool(3, Stride = 1)", "26 × 26 × 1")]
    [InlineData("GlobalAveragePool", "1")]
    [InlineData("Affine(2, 1)", "28 × 28 × 1")]
    [InlineData("Clip(0, 1)", "28 × 28 × 1")]
    [InlineData("Conv(6, 28), Dropout(0.5), Activation(\"Tanh\"), Conv(3, 1)", "1 × 1 × 3")]
    [InlineData("Activation(\"Tanh\"), MaxPool(28)", "1 × 1 × 1")]
    [InlineData("Flatten, Affine(2, 1)", "784")]
    [InlineData("Flatten, Dense(3)", "3")]
    [InlineData("Conv(6, 5), MaxPool(2), Conv(16, 5), MaxPool(2)", "4 × 4 × 16")]
    public void A_shape_is_followed_from_layer_to_layer(string layers, string shape) =>
        Parsed.Network($"using Mlp; [Network(28, 28, 1)] [{layers}] partial class Net;").Layers[^1].Output.Spoken.ShouldBe(shape);

    [Fact]
    public void LeNet_has_the_parameters_and_operations_of_its_paper_copies()
    {
        NetworkModel lenet = Parsed.Network("using Mlp; [Network(28, 28, 1, Output = \"Softmax\")] [Conv(6, 5), MaxPool(2)] [Conv(16, 5), MaxPool(2)] [Flatten, Dense(120), Dense(84), Dense(10)] partial class Net;");

        // (25 + 1) · 6 + (150 + 1) · 16 + 257 · 120 … of 4 × 4 × 16.
        lenet.ParameterCount.ShouldBe(156 + 2416 + (257 * 120) + (121 * 84) + (85 * 10));
        lenet.Layers.Where(layer => layer.Tensors.Count > 0).Sum(layer => layer.OperationsPerSample)
            .ShouldBe(2L * ((24 * 24 * 6 * 25) + (8 * 8 * 16 * 150) + (256 * 120) + (120 * 84) + (84 * 10)));
    }

    [Fact]
    public void Networks_that_differ_in_one_layer_never_share_a_name()
    {
        IReadOnlyList<NetworkModel> models = LayeredNetworks.All;

        models.Count.ShouldBeGreaterThan(100);
        models.Select(model => model.ShapeName.ToUpperInvariant()).ShouldBeUnique();
        models.ShouldAllBe(model => model.ShapeName.Length <= ShapeName.LongestName + 17 && model.ShapeName.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
        models.ShouldContain(model => model.ShapeName.Length > ShapeName.LongestName);
        models.Select(model => model.Declaration).ShouldBeUnique();
        foreach (IGrouping<(string, string), LayerModel> same in models.SelectMany(model => model.Layers).GroupBy(layer => (layer.Input.ToString(), layer.Signature)))
        {
            same.Distinct().Count().ShouldBe(1, same.Key.ToString());
        }
    }

    [Fact]
    public void The_normal_form_is_the_network()
    {
        foreach (NetworkModel model in LayeredNetworks.All)
        {
            NetworkModel again = Parsed.Network($"using Mlp; {model.Declaration} partial class Net;");

            again.WithoutType().ShouldBe(model.WithoutType(), model.Declaration);
            Parsed.Validation($"using Mlp; {model.Declaration} partial class Net;")!.Issues.ShouldNotContain(issue => issue.Id == "MLP0034");
        }
    }

    [Theory]
    [InlineData("[Network(4)] [Dense(16), Dense(3)]", "[Mlp(4, 16, 3)]")]
    [InlineData("[Network(4, Hidden = \"Tanh\", Output = \"Softmax\")] [Dense(16), Dense(3)]", "[Mlp(4, 16, 3, Hidden = \"Tanh\", Output = \"Softmax\")]")]
    [InlineData("[Network(2, 2)] [Dense(5, Activation = \"Tanh\"), Flatten, Dense(6), Activation(\"Mish\"), Dense(3)]", "[Mlp(4, 5, 6, 3, Hidden = \"Tanh, Mish\")]")]
    [InlineData("[Network(2, 2, 1)] [Flatten, Dense(3), Flatten]", "[Mlp(4, 3)]")]
    public void Dense_layers_alone_are_the_same_network_as_sizes(string layers, string sizes) =>
        Parsed.Network($"using Mlp; {layers} partial class Net;").ShouldBe(Parsed.Network($"using Mlp; {sizes} partial class Net;"));

    [Fact]
    public void An_activation_behind_a_layer_that_names_none_is_that_layers()
    {
        NetworkModel network = Parsed.Network("using Mlp; [Network(8, 2, Hidden = \"ReLU\")] [Conv(3, 2), Activation(\"Tanh\"), MaxPool(2), Activation(\"ELU\"), Flatten, Dense(4), Dense(2)] partial class Net;");

        network.Layers.Select(layer => layer.Kind + " " + layer.Activation).ShouldBe(["Conv Tanh", "MaxPool Identity", "Activation ELU", "Dense ReLU", "Dense Identity"]);
    }

    /// <summary>A window along a sequence.</summary>
    private static WindowModel Window(int kernel, int stride, int dilation, PaddingKind padding) =>
        new(new[] { kernel }.ToEquatableArray(), new[] { stride }.ToEquatableArray(), new[] { dilation }.ToEquatableArray(), padding);

    /// <summary>The windows that fit, found by putting them down one after another.</summary>
    private static (int Positions, int Before) Counted(string padding, int length, int kernel, int stride, int dilation)
    {
        int reach = 1 + (dilation * (kernel - 1));
        if (padding == "Same")
        {
            // As many as there are strides to begin in the sample; the zeros that the last of them needs, half before, the odd one behind.
            int count = Enumerable.Range(0, length).Count(at => at % stride == 0);
            int needed = 0;
            while (((count - 1) * stride) + reach > length + needed)
            {
                needed++;
            }

            return (count, needed / 2);
        }

        int before = padding == "Causal" ? reach - 1 : 0;
        int positions = 0;
        for (int start = -before; start + reach <= length; start += stride)
        {
            positions++;
        }

        return (positions, before);
    }
}
