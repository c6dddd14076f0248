using System;
using System.Collections.Generic;
using System.Linq;
using Google.Protobuf;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Protos;
using Mlp.Testing.Tests;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Export;

/// <summary>ONNX Runtime computes of a model what the network computes that was written.</summary>
public sealed class LayerExportTests
{
    public static IEnumerable<object[]> Activations =>
        ReferenceGrid.Hidden.Where(name => !name.Contains(',')).Concat(ReferenceGrid.Outputs.Select(pair => pair.Output)).Distinct().Select(name => new object[] { name });

    [Fact]
    public void No_activation_is_left_out() => typeof(Activation).GetFields().Select(field => field.Name)
        .ShouldBe(Activations.Select(arguments => ((string)arguments[0]).Split('(')[0]).Distinct().Append(nameof(Activation.PReLU)), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_activation_is_computed_behind_a_layer_and_as_the_output(string activation)
    {
        if (activation is not (Activation.Softmax or Activation.Exp))
        {
            new ExportedNetwork($"5 | Dense 7 {activation} | Dense 3").ShouldAgree();
        }

        new ExportedNetwork("5 | Dense 7 | Dense 3", activation).ShouldAgree();
    }

    [Theory]
    [InlineData("4 | Dense 3")]
    [InlineData("9x3 | Conv 4 3")]
    [InlineData("9x1 | Conv 4 3 Causal ReLU dilation 2 | Dense 5 Tanh | Dense 2")]
    [InlineData("8x7x1 | Conv 4 3 Same ReLU stride 2 | MaxPool 2 | Dense 10")]
    [InlineData("8x7x3 | Conv 6 3x2 groups 3 Tanh | AveragePool 3 Same stride 2 | Dense 10")]
    [InlineData("8x7x4 | Conv 8 2x3 Same groups 4 dilation 2x1 | MaxPool 3x2 Same stride 2x1")]
    [InlineData("6x6x3 | AveragePool 3 Same stride 1 | GlobalAveragePool | Dense 2")]
    [InlineData("9x4 | MaxPool 3 Same stride 2 | AveragePool 2 | GlobalAveragePool")]
    [InlineData("1x1x4 | Conv 3 1 ReLU | Dense 2")]
    [InlineData("6x5x3 | Conv 4 3 | PReLU | Affine 0.5,2,-1,3,0.1,0.2,0.3,0.4 | Clip -1 2 | Activation SiLU | Dense 2")]
    [InlineData("6x5x3 | Affine 0.5,2,-1,0.1,0.2,0.3 | PReLU | Activation GELU | Conv 2 3 | Clip 0 1")]
    [InlineData("6 | Affine 0.5 -1 | PReLU | Dense 4 Mish | Clip -0.5 0.5")]
    [InlineData("6x4 | Dropout 0.5 | Conv 3 2 | Dropout 0.2 | Dense 3")]
    [InlineData("6x4 | Dropout 0.5")]
    [InlineData("5x1x2 | Conv 3 2x1 | MaxPool 2x1")]
    public void Every_kind_of_layer_is_computed(string layers) => new ExportedNetwork(layers).ShouldAgree();

    [Fact]
    public void A_distribution_over_an_image_is_one() => new ExportedNetwork("4x5x3 | Conv 2 2", Activation.Softmax).ShouldAgree();

    [Fact]
    public void Random_stacks_are_computed()
    {
        // What is clipped in the end may have been large before, and so are its roundings.
        const double Tolerance = 1e-4;
        for (int seed = 0; seed < 250; seed++)
        {
            var random = new Random(seed);
            string layers = RandomStack.Next(random);
            (string output, string loss) = ReferenceGrid.Outputs[random.Next(ReferenceGrid.Outputs.Length)];
            try
            {
                new ExportedNetwork(layers, output, loss, seed).ShouldAgree(Tolerance);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{layers} with {output}, seed {seed}: {exception.Message}", exception);
            }
        }
    }

    [Fact]
    public void Numbers_are_the_parameters_bit_for_bit()
    {
        var network = new ExportedNetwork("6x5x3 | Conv 4 3 ReLU | PReLU | MaxPool 2 | Dense 5 | Dense 2");

        IEnumerable<OnnxTensor> floats = network.Graph.Initializers.Values.Where(tensor => tensor.Type == OnnxElementType.Float);

        floats.SelectMany(tensor => tensor.Values).Select(value => (float)value).ShouldBe(network.Parameters);
    }

    [Fact]
    public void Channels_move_only_where_there_are_channels_and_positions()
    {
        new ExportedNetwork("8x8x1 | Conv 4 3 | MaxPool 2 | Dense 3").Operators.ShouldBe(["Reshape", "Conv", "MaxPool", "Transpose", "Flatten", "Gemm"]);
        new ExportedNetwork("8x8x3 | Conv 4 3 | GlobalAveragePool | Dense 3").Operators.ShouldBe(["Transpose", "Conv", "GlobalAveragePool", "Flatten", "Gemm"]);
        new ExportedNetwork("8x8x3 | Conv 1 3 | Dense 3").Operators.ShouldBe(["Transpose", "Conv", "Flatten", "Gemm"]);
        new ExportedNetwork("8x3 | Conv 2 3").Operators.ShouldBe(["Transpose", "Conv", "Transpose"]);
        new ExportedNetwork("6x4 | Dropout 0.5").Operators.ShouldBe(["Identity"]);
    }

    [Fact]
    public void A_model_says_what_it_is()
    {
        ModelProto model = new ExportedNetwork("8x8x3 | Conv 4 3 | Dense 3", Activation.Softmax).Model();

        (model.IrVersion, model.OpsetImport.Single().Version, model.ProducerName, model.ProducerVersion).ShouldBe((8, 17, "Mlp", "0.1.0"));
        model.Graph.Input.Single().Type.TensorType.Shape.Dim.Select(dimension => dimension.HasDimParam ? dimension.DimParam : $"{dimension.DimValue}").ShouldBe(["batch", "8", "8", "3"]);
        model.Graph.Output.Single().Type.TensorType.Shape.Dim.Select(dimension => dimension.HasDimParam ? dimension.DimParam : $"{dimension.DimValue}").ShouldBe(["batch", "3"]);
        NodeProto gemm = model.Graph.Node.Single(node => node.OpType == "Gemm");
        gemm.Attribute.Single().ShouldBe(new AttributeProto { Name = "transB", Type = 2, I = 1 });
        gemm.Input.Skip(1).ShouldBe(["layer2.weight", "layer2.bias"]);
        model.Graph.Initializer.ShouldAllBe(tensor => tensor.HasRawData);
    }

    [Fact]
    public void The_same_network_gives_the_same_bytes() =>
        new ExportedNetwork("8x8x3 | Conv 4 3 Mish | Dense 3").Model().ToByteArray().ShouldBe(new ExportedNetwork("8x8x3 | Conv 4 3 Mish | Dense 3").Model().ToByteArray());

    [Fact]
    public void Windows_that_stop_early_are_refused()
    {
        NetworkDescription description = LayerText.Network("9x1 | MaxPool 2");
        LayerDescription early = description.Layers[0] with { Outputs = 2, OutputShape = [2, 1] };

        Should.Throw<ArgumentException>(() => OnnxFile.Model(description with { Layers = [early] }, [], known: null, options: null))
            .Message.ShouldContain("stops before its windows reach the end");
    }

    [Fact]
    public void A_parameter_that_is_not_finite_is_refused_with_its_layer()
    {
        var network = new ExportedNetwork("4 | Dense 3 | Dense 2");
        network.Parameters[15] = float.NaN;

        Should.Throw<ArgumentException>(() => network.Model()).Message.ShouldContain("Parameter 15 (counted from 0), of layer 2, Dense, is NaN");
    }
}
