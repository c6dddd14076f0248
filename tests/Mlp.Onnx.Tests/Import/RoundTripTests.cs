using System;
using System.Linq;
using Mlp.Onnx.Import;
using Mlp.Onnx.Tests.Export;
using Mlp.Testing.Tests;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>A network that was written comes back as it was, bit for bit.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData("4 | Dense 3")]
    [InlineData("9x3 | Conv 4 3")]
    [InlineData("9x1 | Conv 4 3 Causal ReLU dilation 2 | Dense 5 Tanh | Dense 2")]
    [InlineData("8x7x1 | Conv 4 3 Same ReLU stride 2 | MaxPool 2 | Dense 10")]
    [InlineData("8x7x3 | Conv 6 3x2 groups 3 Tanh | AveragePool 3 Same stride 2 | Dense 10")]
    [InlineData("6x6x3 | AveragePool 3 Same stride 1 | GlobalAveragePool | Dense 2")]
    [InlineData("1x1x4 | Conv 3 1 ReLU | Dense 2")]
    [InlineData("6x5x3 | Conv 4 3 | PReLU | Affine 0.5,2,-1,3,0.1,0.2,0.3,0.4 | Clip -1 2 | Activation SiLU | Dense 2")]
    [InlineData("6x5x3 | Affine 0.5,2,-1,0.1,0.2,0.3 | PReLU | Activation GELU | Conv 2 3 | Clip 0 1")]
    [InlineData("6 | Affine 0.5 -1 | PReLU | Dense 4 Mish | Clip -0.5 0.5")]
    [InlineData("6 | Affine 0.5 -1 | Affine 2 0 | Dense 4 GELU | Affine 1 3 | Dense 4 HardSwish | Dense 3 ReLU6")]
    [InlineData("5x1x2 | Conv 3 2x1 | MaxPool 2x1")]
    public void It_is_the_same(string layers) => ShouldComeBack(new ExportedNetwork(layers));

    [Fact]
    public void Random_stacks_are_the_same()
    {
        int compared = 0;
        for (int seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            string layers = RandomStack.Next(random);
            (string output, string loss) = ReferenceGrid.Outputs[random.Next(ReferenceGrid.Outputs.Length)];
            var network = new ExportedNetwork(layers, output, loss, seed);
            if (IsAmbiguous(network.Description))
            {
                continue;
            }

            try
            {
                ShouldComeBack(network);
                compared++;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{seed}: {layers} ({output}): {exception.Message}", exception);
            }
        }

        compared.ShouldBeGreaterThan(60);
    }

    // A file does not tell a clip from an activation that is one, an activation from that of the layer before, or whether a layer that leaves values as they are was there.
    private static bool IsAmbiguous(NetworkDescription description) => description.Layers.Where((layer, index) =>
        layer.Kind == "Dropout"
        || (layer.Kind == "Activation" && (layer.Activation == Activation.Identity || index == description.Layers.Count - 1 || (index > 0 && description.Layers[index - 1] is { Kind: "Dense" or "Conv", Activation: Activation.Identity })))
        || (layer.Kind == "Clip" && (layer.Constants[0], layer.Constants[1]) is (0, 6) or (0, float.PositiveInfinity))
        || (layer.Kind == "GlobalAveragePool" && layer.InputShape.SkipLast(1).All(static extent => extent == 1))).Any();

    private static void ShouldComeBack(ExportedNetwork network)
    {
        OnnxContents contents = OnnxImport.Of(network.Graph, allowDouble: false);
        ImportedNetwork imported = contents.Outputs[0].ShouldBeNetwork();

        imported.Description.Layers.Select(Flat).ShouldBe(network.Description.Layers.Select(Flat));
        imported.Tensors.SelectMany(static tensor => tensor).ShouldBe(network.Parameters);
    }

    // What arrives at a dense layer is flat, whether that is written or not; networks in words do not say what they cost.
    private static LayerDescription Flat(LayerDescription layer) => layer.Kind != "Dense" ? layer with { OperationsPerSample = 0 } : new LayerDescription(layer.Kind, layer.Inputs, layer.Outputs, layer.Activation, layer.ParameterOffset);
}
