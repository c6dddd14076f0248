using System.Linq;
using System.Threading.Tasks;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Robustness;

/// <summary>Layers in whatever state reach the generator: supported or explained, and nothing makes it throw.</summary>
public sealed class LayerTableTests
{
    [Theory]
    [InlineData("[Network] [Dense(3)] partial class Net;", "")]
    [InlineData("[Network()] [Dense(3)] partial class Net;", "")]
    [InlineData("[Network(] [Dense(3)] partial class Net;", "")]
    [InlineData("[Network(4, ] [Dense(3)] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv( partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(, partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, ] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Padding] partial class Net;", "MLP0011")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Padding = ] partial class Net;", "MLP0015")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Padding = \"] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Stride = )] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Stride = 2L)] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Stride = 0, Stride = 0)] partial class Net;", "MLP0020")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Strides = 2)] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Strides = new[] { 2, \"x\" })] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Strides = new[] { 2, X })] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Strides = new[] { })] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Strides = new int[3])] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Strides = new[] { 2L })] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Strides = null, Stride = 2)] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Padding = \"1,\", Stride = 0)] partial class Net;", "MLP0020 MLP0020")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Padding = \"99999999999\")] partial class Net;", "MLP0020")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Padding = \"-\")] partial class Net;", "MLP0020")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, Padding = \", 1\")] partial class Net;", "MLP0014")]
    [InlineData("[Network(8, 2)] [MaxPool(2, Dilations = new[] { 2 })] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(6, 5, 5, 5)] partial class Net;", "MLP0029")]
    [InlineData("[Network(8, 2)] [Conv(new[] { 6, 5 })] partial class Net;", "MLP0011")]
    [InlineData("[Network(8, 2)] [Conv(filters: 6)] partial class Net;", "")]
    [InlineData("[Network(8, 2)] [Conv(taps: 6)] partial class Net;", "")]
    [InlineData("[Network(4)] [Dense()] partial class Net;", "")]
    [InlineData("[Network(4)] [Dense] partial class Net;", "")]
    [InlineData("[Network(4)] [Dense(3), ] partial class Net;", "")]
    [InlineData("[Network(4)] [, Dense(3)] partial class Net;", "")]
    [InlineData("[Network(4)] [Dense(3, 4)] partial class Net;", "")]
    [InlineData("[Network(4)] [Dense(3).] partial class Net;", "")]
    [InlineData("[Network(4)] [Dense<int>(3)] partial class Net;", "MLP0031")]
    [InlineData("[Network(4)] [Activation()] partial class Net;", "")]
    [InlineData("[Network(4)] [Activation(X)] partial class Net;", "MLP0015")]
    [InlineData("[Network(4)] [Affine()] partial class Net;", "")]
    [InlineData("[Network(4)] [Affine(1, \"x\")] partial class Net;", "")]
    [InlineData("[Network(4)] [Affine(new double[] { 1, X, 2, 3 }, new[] { 1.0 })] partial class Net;", "")]
    [InlineData("[Network(4)] [Affine(new double[4], new double[] { 1 })] partial class Net;", "")]
    [InlineData("[Network(4)] [Clip(1)] partial class Net;", "")]
    [InlineData("[Network(4)] [Dropout] partial class Net;", "MLP0035")]
    [InlineData("[Network(4)] [Dropout(\"0.5\"), Dense(3)] partial class Net;", "")]
    [InlineData("[Network(4)] [Dropout(0.5)] partial class Net;", "MLP0035")]
    [InlineData("[Network(4)] [Flatten(3)] partial class Net;", "")]
    [InlineData("[Network(4)] [Layer] partial class Net;", "MLP0031")]
    [InlineData("[Network(4)] [Pool(2)] partial class Net;", "MLP0031")]
    [InlineData("[Network(4)] [Mlp.Layers.Dense(3)] partial class Net;", "MLP0031")]
    [InlineData("[Network(4)] [type: Dense(3)] partial class Net;", "")]
    [InlineData("[Network(4)] [assembly: Dense(3)] partial class Net;", "MLP0031")]
    [InlineData("[Network(int.MaxValue, 1 + int.MaxValue, -1)] [Dense(3)] partial class Net;", "MLP0010 MLP0011 MLP0010")]
    [InlineData("[Network(4, 4, 4, 4)] [Dense(3)] partial class Net;", "")]
    [InlineData("[Network(new[] { 4, 4 })] [Dense(3)] partial class Net;", "")]
    [InlineData("[Network(channels: 2, length: 8)] [Conv(3, 8)] partial class Net;", "")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net { [Network(4)] [Dense(2)] partial class Inner; }", "")]
    [InlineData("[Network(4)] [Dense(3)] class Net { [Dense(2)] class Inner; }", "MLP0001 MLP0032")]
    [InlineData("[Dense(2)] interface INet;", "")]
    [InlineData("[Dense(2)] partial struct Net;", "MLP0032")]
    [InlineData("[Network(4)] [Dense(3)] partial record struct Net;", "")]
    [InlineData("[Network(4)] [Dense(3)] partial interface INet;", "")]
    [InlineData("[Network(4)] [Dense(3)] partial class", "")]
    [InlineData("[Network(4)] [Dense(3)] partial", "")]
    [InlineData("[Network(4)] [Dense(3)]", "")]
    [InlineData("class MineAttribute : LayerAttribute; [Network(4)] [Mine] partial class Net;", "MLP0031")]
    [InlineData("class DenseAttribute : LayerAttribute { public DenseAttribute(int n) { } } [Network(4)] [Dense(3)] partial class Net;", "MLP0031")]
    [InlineData("[Network(8, 2)] [Conv(64_000_000, 64_000_000, Padding = \"Same\", Dilation = 64_000_000)] partial class Net;", "MLP0029")]
    [InlineData("[Network(8, 8, 2)] [Conv(64_000_000, 64_000_000, 64_000_000, Padding = \"Same\")] partial class Net;", "MLP0010")]
    public async Task Every_row_is_supported_or_explained(string source, string ids)
    {
        Outcome outcome = await Outcome.OfAsync(Compiling.Compile("using Mlp; " + source));

        string.Join(" ", outcome.Ids).ShouldBe(ids);
        outcome.IsExplained.ShouldBeTrue();
    }

    [Theory]
    [InlineData("[Network(28, 28, 1), Conv(6, 5), MaxPool(2), Flatten, Dense(10)]")]
    [InlineData("[Network(28, 28, 1)] [Conv(6, 5)] [MaxPool(2)] [Flatten] [Dense(10)]")]
    [InlineData("[Conv(6, 5), MaxPool(2)]\n[Network(28, 28, 1), Flatten]\n// last\n[Dense(10)]\n")]
    [InlineData("[Conv(6, 5)]\n[MaxPool(2), Flatten]\n[Dense(10), Network(28, 28, 1)]")]
    [InlineData("[System.Obsolete, Conv(kernel: 5, filters: 6)] [type: MaxPool(2)] [Mlp.FlattenAttribute] [global::Mlp.Dense(5 + 5)] [NetworkAttribute(28, 28, channels: 1)]")]
    public void Layers_go_in_the_order_of_the_source_however_they_are_grouped(string attributes) =>
        Generating.Networks(Compiling.Compile($"using Mlp; {attributes} partial class Net;")).ShouldHaveSingleItem().ShapeName
            .ShouldBe("Net28x28x1_Conv6k5x5ReLU_MaxPool2x2_Dense10_Identity_SquaredError");

    [Theory]
    [InlineData("[Network(4)] partial class Net;", "[Dense(5), Dense(3)] partial class Net;")]
    [InlineData("[Dense(5), Dense(3)] partial class Net;", "[Network(4)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(5), Dense(3)] partial class Net;", "[System.Serializable] partial class Net;")]
    public void Network_and_layers_may_be_in_two_parts_and_two_documents(string first, string second)
    {
        string[] names =
        [
            .. Generating.Networks(Compiling.Compile("using Mlp; " + first + second)).Select(network => network.ShapeName),
            .. Generating.Networks(Compiling.Compile("using Mlp; " + first, "using Mlp; " + second)).Select(network => network.ShapeName),
        ];

        names.ShouldBe(Enumerable.Repeat("Net4_Dense5ReLU_Dense3_Identity_SquaredError", 2));
    }

    [Theory]
    [InlineData("[Network(4)] [Dense(5)] partial class Net;", "[Dense(3)] partial class Net;", 1)]
    [InlineData("[Dense(5)] partial class Net;", "[Network(4)] [Dense(3)] partial class Net;", 0)]
    [InlineData("[Dense(5), Dense(3)] partial class Net;", "[Dense(3)] partial class Net; [Network(4)] partial class Net;", 1)]
    public async Task Layers_in_two_documents_are_none(string first, string second, int reported)
    {
        Outcome outcome = await Outcome.OfAsync(Compiling.Compile("using Mlp; " + first, "using Mlp; " + second));

        outcome.Ids.Distinct().ShouldBe(["MLP0030"]);
        outcome.Issues.ShouldAllBe(issue => issue.Location.SourceTree!.FilePath == $"Source{reported}.cs");
        outcome.Networks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Mlp(4, 3)] [Network(5)] [Dense(2)] partial class Net;", 4)]
    [InlineData("[Network(5)] [Mlp(4, 3)] [Dense(2)] partial class Net;", 5)]
    [InlineData("[Network(5)] [Dense(2)] partial class Net; [Mlp(4, 3)] partial class Net;", 5)]
    [InlineData("[Mlp(4, 3)] partial class Net; [Network(5)] [Dense(2)] partial class Net;", 4)]
    public void Of_both_attributes_the_first_gives_the_one_network(string source, int inputs) =>
        Generating.Networks(Compiling.Compile("using Mlp; " + source)).ShouldHaveSingleItem().InputSize.ShouldBe(inputs);

    [Fact]
    public async Task Very_many_layers_are_answered_at_once()
    {
        string layers = string.Join(", ", Enumerable.Repeat("Flatten, Dense(X)", 5_000));

        Outcome outcome = await Outcome.OfAsync(Compiling.Compile($"using Mlp; [Network(4)] [{layers}] partial class Net;"));

        outcome.Ids.ShouldBe(["MLP0012"]);
    }
}
