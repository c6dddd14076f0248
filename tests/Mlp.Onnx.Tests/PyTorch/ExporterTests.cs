using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Mlp.Onnx.Import;
using Mlp.Onnx.Reading;
using Mlp.Onnx.Tests.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.PyTorch;

/// <summary>What PyTorch's own exporter writes (export.py) becomes networks that compute what PyTorch does, whichever opset it was asked for.</summary>
public sealed class ExporterTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "PyTorch");

    public static TheoryData<string> Files => new(Directory.GetFiles(Folder, "*.onnx").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_the_network_that_PyTorch_computes(string file)
    {
        ImportedNetwork network = Read(file);
        using var values = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file[..file.LastIndexOf('-')] + ".json")));

        float[] actual = ImportedOutputs.Of(network, ImportedOutputs.AsNetworkHasThem(network, "Inputs", Numbers(values, "inputs")));

        ImportedOutputs.ShouldBeClose(actual, ImportedOutputs.AsNetworkHasThem(network, "Outputs", Numbers(values, "outputs")), because: file);
    }

    [Theory]
    [InlineData("mlp-9", "Dense ReLU, Dense Identity")]
    [InlineData("fixed-batch-13", "Dense ReLU, Dense Identity")]
    [InlineData("cnn-9", "Conv ReLU, MaxPool Identity, Conv LeakyReLU(0.1), Dense Identity")]
    [InlineData("cnn-17", "Conv ReLU, MaxPool Identity, Conv LeakyReLU(0.1), Dense Identity")]
    [InlineData("silu-15", "Dense SiLU, Dense Mish, Dense Sigmoid")]
    [InlineData("slopes-11", "Dense LeakyReLU(0.1), Dense ELU(0.5), Dense Identity, PReLU Identity, Dense Identity")]
    [InlineData("gelu-14", "Dense GELU, Dense HardSwish, Dense Identity")]
    [InlineData("norm-9", "Dense Tanh, Dense Softmax")]
    [InlineData("dilated-12", "Conv ReLU6, GlobalAveragePool Identity, Dense Identity")]
    [InlineData("sequence-16", "Conv SELU, AveragePool Identity, Conv Identity, Dense Identity")]
    [InlineData("viewed-9", "Conv ReLU, Dense Identity")]
    public void It_has_the_layers_that_PyTorch_has(string file, string layers) =>
        string.Join(", ", Read(file).Description.Layers.Select(layer => $"{layer.Kind} {layer.Activation}")).ShouldBe(layers);

    private static ImportedNetwork Read(string file) =>
        OnnxImport.Of(OnnxReader.Read(File.ReadAllBytes(Path.Combine(Folder, file + ".onnx")), _ => null), allowDouble: false).Outputs.Single(output => output.IsFinal).ShouldBeNetwork();

    private static float[] Numbers(JsonDocument values, string name) =>
        [.. values.RootElement.GetProperty(name).EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(number => number.GetSingle())];
}
