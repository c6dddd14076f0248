using System.Linq;
using Shouldly;
using Xunit;
using static Mlp.Runtime.Tests.Serialization.Safetensors;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Tensors that a network does not have, and biases that a file does not have.</summary>
public sealed class OtherTensorTests
{
    private const string OnlyWeights = "{\"0.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},\"2.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[24,48]}}";
    private static readonly WeightFileOptions Biasless = new() { AllowMissingBiases = true };

    [Theory]
    [InlineData("I64", 8)]
    [InlineData("F64", 8)]
    [InlineData("BOOL", 1)]
    [InlineData("F8_E4M3", 1)]
    public void A_tensor_that_the_network_does_not_have_is_called_so_whatever_its_type(string type, int size)
    {
        byte[] file = File(Header[..^1] + $",\"1.num_batches_tracked\":{{\"dtype\":\"{type}\",\"shape\":[1],\"data_offsets\":[68,{68 + size}]}}}}", 68 + size);
        WeightFileException exception = Should.Throw<WeightFileException>(() => Load(file));
        exception.Code.ShouldBe(WeightFileError.UnexpectedTensor);
        exception.Message.ShouldStartWith("The file has a tensor \"1.num_batches_tracked\", which the network does not have: ");
        exception.Message.ShouldNotContain("float32");
        Load(file, options: new WeightFileOptions { IgnoreTensor = name => name == "1.num_batches_tracked" }).ShouldBe(new float[17]);
        Should.Throw<WeightFileException>(() => Load(file, options: new WeightFileOptions { IgnoreTensor = name => name == "1.num_batches" })).Code.ShouldBe(WeightFileError.UnexpectedTensor);
    }

    [Fact]
    public void A_tensor_of_the_network_of_a_type_that_is_not_read_is_called_so()
    {
        byte[] file = File(Header.Replace("\"F32\",\"shape\":[3]", "\"I32\",\"shape\":[3]"));
        WeightFileException exception = Should.Throw<WeightFileException>(() => Load(file));
        (exception.Code, exception.Message).ShouldBe((WeightFileError.UnsupportedDType, "Tensor \"0.bias\" has a dtype that is not read as weights: save float32, float16 or bfloat16."));
        Should.Throw<WeightFileException>(() => Load(file, options: new WeightFileOptions { IgnoreTensor = _ => true })).Code.ShouldBe(WeightFileError.UnsupportedDType);
    }

    [Fact]
    public void Biases_that_are_missing_are_zero_on_request()
    {
        byte[] file = File(OnlyWeights, 48);
        file[^1] = 0x40;
        WeightFileException exception = Should.Throw<WeightFileException>(() => Load(file));
        exception.Code.ShouldBe(WeightFileError.MissingTensor);
        exception.Message.ShouldContain("set WeightFileOptions.AllowMissingBiases");
        float[] expected = new float[17];
        expected[14] = 2;
        Load(file, options: Biasless).ShouldBe(expected);
        Load(file, options: new WeightFileOptions { Layout = WeightLayout.PyTorch.WithoutBiases() }).ShouldBe(expected);
    }

    [Fact]
    public void Some_biases_are_missing_or_none()
    {
        byte[] some = File($"{{{Weight0},{Bias0},{Weight2}}}", 60);
        Should.Throw<WeightFileException>(() => Load(some)).Message.ShouldStartWith("The file has no tensor \"2.bias\" of shape [2]. It has \"0.weight\", \"0.bias\", \"2.weight\": all weights are there;");
        Load(some, options: Biasless).ShouldBe(new float[17]);
        float[] all = [.. Enumerable.Range(1, 17).Select(number => (float)number)];
        Load(Save(Networks.Small, all), options: Biasless).ShouldBe(all);

        // A layout without biases has none: they would be lost.
        Should.Throw<WeightFileException>(() => Load(some, options: new WeightFileOptions { Layout = WeightLayout.PyTorch.WithoutBiases() })).Code.ShouldBe(WeightFileError.UnexpectedTensor);
    }

    [Fact]
    public void Weights_must_be_there()
    {
        byte[] file = File($"{{{Weight0}}}", 24);
        WeightFileException exception = Should.Throw<WeightFileException>(() => Load(file, options: Biasless));
        exception.Code.ShouldBe(WeightFileError.MissingTensor);
        exception.Message.ShouldContain("\"2.weight\"");
        Should.Throw<WeightFileException>(() => Load(file)).Message.ShouldNotContain("AllowMissingBiases");
        Should.Throw<WeightFileException>(() => Load(File(OnlyWeights.Replace("[3,2]", "[2,3]"), 48), options: Biasless)).Code.ShouldBe(WeightFileError.ShapeMismatch);
    }

    [Fact]
    public void A_layout_without_biases_writes_none_and_takes_none_away()
    {
        var options = new WeightFileOptions { Layout = WeightLayout.ScikitLearn.WithoutBiases() };
        float[] parameters = [.. Enumerable.Range(1, 17).Select(number => number is (>= 7 and <= 9) or > 15 ? 0f : number)];
        byte[] file = Save(Networks.Small, parameters, options);
        HeaderOf(file).ShouldNotContain("intercepts_");
        Load(file, options: options).ShouldBe(parameters);

        parameters[8] = 0.5f;
        Should.Throw<System.ArgumentException>(() => Save(Networks.Small, parameters, options)).Message
            .ShouldStartWith("The layout is one without biases, but the biases of layer 0 (counted from 0) have 0.5 at index 2:");
    }
}
