using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>What is saved loads bit by bit, under every layout, and other element types load exactly.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<int[]> Shapes => new(
        [1, 1], [4, 3], [1, 7, 1], [2, 3, 2], [4, 16, 3], [5, 5, 5, 5], [784, 128, 10], [.. Enumerable.Repeat(3, 33)]);

    private static WeightLayout[] Layouts =>
    [
        WeightLayout.PyTorch, WeightLayout.Keras, WeightLayout.ScikitLearn,
        WeightLayout.Custom((layer, isBias) => $"fc{layer}.{(isBias ? 'b' : 'w')}"),
        WeightLayout.Custom((layer, isBias) => $"λ \"{layer}\"\t{isBias}", transposed: true),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Parameters_come_back_bit_by_bit(int[] sizes)
    {
        NetworkDescription network = Networks.Of(Activation.Tanh, Activation.Identity, Loss.SquaredError, sizes);
        float[] parameters = Networks.Parameters(network);
        foreach (WeightLayout layout in Layouts)
        {
            var options = new WeightFileOptions { Layout = layout };
            byte[] file = Safetensors.Save(network, parameters, options);
            Safetensors.SameBits(Safetensors.Load(file, network, options), parameters).ShouldBeTrue();
            BinaryPrimitives.ReadInt64LittleEndian(file).ShouldBe((file.Length - 8) - (4 * parameters.Length));
            (BinaryPrimitives.ReadInt64LittleEndian(file) % 8).ShouldBe(0);
        }
    }

    [Fact]
    public void A_file_has_these_bytes()
    {
        NetworkDescription network = Networks.Of(Activation.ReLU, Activation.Softmax, Loss.CrossEntropy, 4, 16, 3);
        byte[] file = Safetensors.Save(network, Networks.Parameters(network), new WeightFileOptions { Metadata = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" } });
        Safetensors.HeaderOf(file).TrimEnd(' ').ShouldBe(
            """
            {"__metadata__":{"mlp.format":"1","mlp.network":"4-16-3 ReLU Softmax CrossEntropy","a":"1","b":"2"},
            "0.weight":{"dtype":"F32","shape":[16,4],"data_offsets":[0,256]},"0.bias":{"dtype":"F32","shape":[16],"data_offsets":[256,320]},
            "2.weight":{"dtype":"F32","shape":[3,16],"data_offsets":[320,512]},"2.bias":{"dtype":"F32","shape":[3],"data_offsets":[512,524]}}
            """.ReplaceLineEndings(string.Empty));
        file[^524..^520].ShouldBe(BitConverter.GetBytes(1f / 7));
    }

    [Fact]
    public void Transposed_weights_stand_by_input()
    {
        NetworkDescription network = Networks.Of(Activation.ReLU, Activation.Identity, Loss.SquaredError, 2, 3);
        byte[] file = Safetensors.Save(network, [1, 2, 3, 4, 5, 6, 7, 8, 9], new WeightFileOptions { Layout = WeightLayout.Keras });
        Safetensors.HeaderOf(file).ShouldContain("\"dense/kernel\":{\"dtype\":\"F32\",\"shape\":[2,3]");
        Enumerable.Range(0, 9).Select(index => BitConverter.ToSingle(file, file.Length - 36 + (4 * index))).ShouldBe([1, 3, 5, 2, 4, 6, 7, 8, 9]);
    }

    [Fact]
    public void Layouts_have_the_names_of_their_programs()
    {
        Names(WeightLayout.PyTorch, Activation.ReLU).ShouldBe(["0.weight", "0.bias", "2.weight", "2.bias", "4.weight", "4.bias"]);
        Names(WeightLayout.PyTorch, Activation.Identity).ShouldBe(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"]);
        Names(WeightLayout.Keras, Activation.ReLU).ShouldBe(["dense/kernel", "dense/bias", "dense_1/kernel", "dense_1/bias", "dense_2/kernel", "dense_2/bias"]);
        Names(WeightLayout.ScikitLearn, Activation.ReLU).ShouldBe(["coefs_.0", "intercepts_.0", "coefs_.1", "intercepts_.1", "coefs_.2", "intercepts_.2"]);
    }

    [Fact]
    public void All_halves_load_exactly()
    {
        byte[] patterns = Patterns();
        float[] loaded = LoadValues("F16", 2, patterns, allowNonFinite: true);
        for (int bits = 0; bits < 65_536; bits++)
        {
            int exponent = (bits >> 10) & 31;
            int fraction = bits & 1023;
            double magnitude = exponent == 31 ? (fraction == 0 ? double.PositiveInfinity : double.NaN)
                : exponent == 0 ? fraction * Math.Pow(2, -24)
                : (1024 + fraction) * Math.Pow(2, exponent - 25);
            Same(loaded[bits], (float)(bits >= 32_768 ? -magnitude : magnitude)).ShouldBeTrue();
        }
    }

    [Fact]
    public void All_bfloats_load_exactly()
    {
        float[] loaded = LoadValues("BF16", 2, Patterns(), allowNonFinite: true);
        for (int bits = 0; bits < 65_536; bits++)
        {
            BitConverter.SingleToUInt32Bits(loaded[bits]).ShouldBe((uint)bits << 16);
        }
    }

    [Fact]
    public void Doubles_are_rounded_on_request_and_too_large_ones_refused()
    {
        double[] values = [1.0 / 3, -0.0, 1e-300, float.MaxValue];
        byte[] bytes = [.. values.SelectMany(BitConverter.GetBytes)];
        LoadValues("F64", 8, bytes).ShouldBe(values.Select(value => (float)value));
        byte[] large = BitConverter.GetBytes(1e39);
        Should.Throw<WeightFileException>(() => LoadValues("F64", 8, large)).Message.ShouldContain("too large for float");
        LoadValues("F64", 8, large, allowNonFinite: true).ShouldBe([float.PositiveInfinity]);
    }

    [Fact]
    public void Infinities_and_NaN_load_on_request()
    {
        float[] parameters = Networks.Parameters(Networks.Small);
        (parameters[4], parameters[5], parameters[6]) = (float.NaN, float.PositiveInfinity, float.NegativeInfinity);
        byte[] file = Safetensors.SaveAnything(Networks.Small, parameters);
        Safetensors.SameBits(Safetensors.Load(file, options: new WeightFileOptions { AllowNonFinite = true }), parameters).ShouldBeTrue();
    }

    [Fact]
    public void The_signature_is_read_without_the_weights()
    {
        NetworkDescription network = Networks.Of(Activation.Tanh, Activation.Sigmoid, Loss.BinaryCrossEntropy, 4, 1);
        byte[] file = Safetensors.Save(network, new float[5], new WeightFileOptions { Metadata = new Dictionary<string, string> { ["classes"] = "[\"ä\",\"\\n\"]" } });
        using var stream = new SlowStream(file);
        WeightFile.ReadMetadata(stream, "mlp.network").ShouldBe("4-1 Sigmoid BinaryCrossEntropy");
        stream.BytesRead.ShouldBe(file.Length - 20);
        WeightFile.ReadMetadata(new SlowStream(file), "classes").ShouldBe("[\"ä\",\"\\n\"]");
        WeightFile.ReadMetadata(new SlowStream(file), "class").ShouldBeNull();
    }

    [Fact]
    public void Impossible_options_are_refused_before_a_byte_is_written()
    {
        foreach (WeightFileOptions options in (WeightFileOptions[])
        [
            new() { Metadata = new Dictionary<string, string> { ["mlp.network"] = "x" } },
            new() { Metadata = new Dictionary<string, string> { ["x"] = null! } },
            new() { Metadata = new Dictionary<string, string> { ["x"] = new('x', 1 << 20) } },
            new() { Layout = WeightLayout.Custom((_, _) => "same") },
            new() { Layout = WeightLayout.Custom((_, _) => string.Empty) },
            new() { Layout = WeightLayout.Custom((_, _) => null!) },
            new() { Layout = WeightLayout.Custom((layer, isBias) => $"mlp.{layer}{isBias}") },
            new() { Layout = WeightLayout.Custom((layer, isBias) => isBias ? "__metadata__" : $"{layer}") },
        ])
        {
            using var stream = new System.IO.MemoryStream();
            Should.Throw<ArgumentException>(() => WeightFile.Save(stream, Networks.Small, new float[17], options));
            stream.Length.ShouldBe(0);
        }

        Should.Throw<ArgumentException>(() => Safetensors.Save(Networks.Small, new float[16])).Message.ShouldStartWith("parameters has length 16, but must have length 17.");
        Should.Throw<ArgumentNullException>(() => new WeightFileOptions { Layout = null! });
    }

    private static string[] Names(WeightLayout layout, string hidden)
    {
        NetworkDescription network = Networks.Of(hidden, Activation.Softmax, Loss.CrossEntropy, 2, 3, 4, 5);
        return [.. from layer in Enumerable.Range(0, 3) from tensor in network.Layers[layer].Tensors select layout.NamesOf(network)(layer, tensor.IsBias)];
    }

    private static byte[] Patterns()
    {
        byte[] bytes = new byte[131_072];
        for (int bits = 0; bits < 65_536; bits++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * bits), (ushort)bits);
        }

        return bytes;
    }

    private static float[] LoadValues(string type, int size, byte[] bytes, bool allowNonFinite = false)
    {
        int count = bytes.Length / size;
        NetworkDescription network = Networks.Of(Activation.ReLU, Activation.Identity, Loss.SquaredError, 1, count);
        var options = new WeightFileOptions { AllowDouble = true, AllowNonFinite = allowNonFinite };
        return Safetensors.Load(Safetensors.OfValues(type, size, bytes), network, options)[..count];
    }

    private static bool Same(float a, float b) =>
        float.IsNaN(a) ? float.IsNaN(b) : BitConverter.SingleToUInt32Bits(a) == BitConverter.SingleToUInt32Bits(b);
}
