using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Mlp.Serialization;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>A file has a tensor for each of the network's, of whatever rank; layers of weights and biases have the bytes that they always had.</summary>
public sealed class TensorRankTests
{
    private static readonly NetworkDescription Filters = new(
        [
            new LayerDescription("Conv", 16, 18, Activation.ReLU, 0)
            {
                InputShape = [4, 4, 1],
                OutputShape = [3, 3, 2],
                Tensors = [new TensorDescription(TensorDescription.Weight, 4, 8, 2, 2, 2, 1), new TensorDescription(TensorDescription.Bias, 0, 0, 2)],
            },
            new LayerDescription("MaxPool", 18, 2, Activation.Identity, 10) { InputShape = [3, 3, 2], OutputShape = [1, 1, 2], Tensors = [] },
            new LayerDescription("Dense", 2, 3, Activation.Identity, 10),
        ],
        Loss.SquaredError,
        Optimizer.SGD,
        Initializer.Uniform);

    private static readonly float[] Values = [.. Enumerable.Range(1, 19).Select(value => (float)value)];

    [Fact]
    public void Every_layer_has_its_own_number_of_tensors_of_its_own_ranks()
    {
        NetworkTensor[] tensors = NetworkTensors.Of(Filters, WeightLayout.Custom((layer, isBias) => $"{layer}{(isBias ? "b" : "w")}", transposed: true));

        tensors.Select(tensor => (tensor.Name, tensor.Shape, tensor.Offset)).ShouldBe([("0w", "[2, 1, 2, 2]", 0), ("0b", "[2]", 8), ("2w", "[2, 3]", 10), ("2b", "[3]", 16)]);
    }

    [Fact]
    public void They_come_back_as_they_went()
    {
        byte[] file = Saved(Filters, Values);

        Encoding.UTF8.GetString(file).ShouldContain("\"shape\":[2,2,2,1]");
        WeightFile.Load(new MemoryStream(file), Filters).ShouldBe(Values);
    }

    [Theory]
    [InlineData("[2,2,2,1]", "[2,2,1,2]")]
    [InlineData("[2,2,2,1]", "[1,2,2,2]")]
    [InlineData("[2,2,2,1]", "[2,4,1,1]")]
    public void A_shape_is_compared_in_all_its_dimensions(string shape, string other)
    {
        string text = Encoding.Latin1.GetString(Saved(Filters, Values));

        Should.Throw<WeightFileException>(() => WeightFile.Load(new MemoryStream(Encoding.Latin1.GetBytes(text.Replace(shape, other))), Filters)).Code.ShouldBe(WeightFileError.ShapeMismatch);
    }

    [Theory]
    [InlineData("PyTorch", "bb952ce08e41aa416b300a5e14606be2d326f6c520febfa066a132a8648e578f")]
    [InlineData("Keras", "112815f99174c0aa5b8108d872ad88c1bbc8546e265a7e72b03afbf67b2c0a5c")]
    [InlineData("ScikitLearn", "1ca3e0d6d22e3c8bab570829070c92b6f6e4ccdeed4264a4117bb10090f122d2")]
    public void A_dense_network_has_the_bytes_that_it_always_had(string layout, string hash)
    {
        var options = new WeightFileOptions
        {
            Layout = layout switch { "Keras" => WeightLayout.Keras, "ScikitLearn" => WeightLayout.ScikitLearn, _ => WeightLayout.PyTorch },
            ClassNames = ["a", "b"],
        };

        Convert.ToHexStringLower(SHA256.HashData(Saved(Networks.Small, Networks.Parameters(Networks.Small), options))).ShouldBe(hash);
    }

    private static byte[] Saved(NetworkDescription network, float[] values, WeightFileOptions? options = null)
    {
        using var stream = new MemoryStream();
        WeightFile.Save(stream, network, values, options);
        return stream.ToArray();
    }
}
