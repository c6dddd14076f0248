using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Emission;

/// <summary>What a network says of its layers, also where a shape arrives that is no row of values.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void A_layer_says_which_shape_arrives()
    {
        NetworkModel row = ValidNetworks.Model("20, 8, 3");
        NetworkModel image = row with { Layers = row.Layers.Skip(1).Prepend(new DenseLayer(Shape.Of(4, 5), 8, ActivationKind.ReLU)).ToEquatableArray() };
        string[] sources =
        [
            .. NetworkEmitter.Emit(image, CancellationToken.None).Select(file => file.Text),
            "public sealed partial class Net;",
        ];

        using var loaded = LoadedAssembly.Of(GeneratorHarness.Compile(HarnessOptions.Default with { AssemblyName = "Described", Documentation = DocumentationMode.None }, sources));
        var description = (NetworkDescription)loaded.Type("Net").GetProperty("Description")!.GetValue(null)!;

        description.Layers[0].InputShape.ShouldBe([4, 5]);
        description.Layers[0].OutputShape.ShouldBe([8]);
        description.Layers[0].Tensors.Select(tensor => tensor.ToString()).ShouldBe(["weight [8, 20]", "bias [8]"]);
        description.Layers[0].Tensors.Select(tensor => (tensor.FanIn, tensor.FanOut)).ShouldBe([(20, 8), (0, 0)]);
        (description.Layers[0].ParameterCount, description.Layers[0].OperationsPerSample).ShouldBe((168, 320L));
        description.Layers[1].ShouldBe(new LayerDescription("Dense", 8, 3, Activation.Identity, 168));
        image.ShapeName.ShouldNotBe(row.ShapeName);
    }
}
