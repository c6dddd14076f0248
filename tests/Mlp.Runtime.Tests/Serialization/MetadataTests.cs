using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Mlp.Runtime.Tests.Training;
using Mlp.Serving;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Class names, scalers and canaries travel with the weights; damaged ones are refused, and missing ones are none.</summary>
public sealed class MetadataTests
{
    private static readonly string[] Names = ["setosa", " ", "žluťoučký \"kůň\"\n", "\u202e", "日本"];
    private static readonly double[] Numbers = [1.0 / 3, -0.0, double.Epsilon, 1e300];
    private static readonly NetworkDescription FourToFive = Networks.Of(Activation.ReLU, Activation.Softmax, Loss.CrossEntropy, 4, 5);

    [Fact]
    public void Class_names_come_back() =>
        Reread(new WeightFileOptions { ClassNames = Names }, stream => WeightFile.ReadClassNames(stream), FourToFive).ShouldBe(Names);

    [Fact]
    public void A_standard_scaler_comes_back_bit_by_bit()
    {
        double[] scale = [1, 2, 1.0 / 7, 5e-324];
        var saved = new StandardScaler(Numbers, scale);
        var scaler = Reread(new WeightFileOptions { Scaler = saved }, stream => WeightFile.ReadScaler(stream), FourToFive).ShouldBeOfType<StandardScaler>();
        Bits(scaler.Mean).ShouldBe(Bits(Numbers));
        Bits(scaler.StandardDeviation).ShouldBe(Bits(scale));
    }

    [Fact]
    public void A_range_scaler_comes_back_bit_by_bit()
    {
        var saved = new MinMaxScaler([-1.0 / 3, 0], [2, 1e-300], -0.1, 0.7);
        var scaler = Reread(new WeightFileOptions { Scaler = saved }, stream => WeightFile.ReadScaler(stream)).ShouldBeOfType<MinMaxScaler>();
        Bits(scaler.Minimum).ShouldBe(Bits(saved.Minimum));
        Bits(scaler.Maximum).ShouldBe(Bits(saved.Maximum));
        (scaler.Lower, scaler.Upper).ShouldBe((-0.1, 0.7));
    }

    [Fact]
    public void The_scaler_of_the_targets_comes_back_beside_that_of_the_inputs()
    {
        var inputs = new MinMaxScaler([0, 0], [1, 2]);
        var targets = new StandardScaler([1e5, -0.0], [3, 1.0 / 3]);
        var options = new WeightFileOptions { Scaler = inputs, TargetScaler = targets };
        Reread(options, stream => WeightFile.ReadTargetScaler(stream)).ShouldBe(targets);
        Reread(options, stream => WeightFile.ReadScaler(stream)).ShouldBe(inputs);
        Reread(options, stream => WeightFile.ReadMetadata(stream, "mlp.target_scaler")).ShouldBe("{\"kind\":\"StandardScaler\",\"mean\":[100000,-0],\"scale\":[3,0.3333333333333333]}");
        Reread(new WeightFileOptions { Scaler = inputs }, stream => WeightFile.ReadTargetScaler(stream)).ShouldBeNull();
    }

    [Fact]
    public void A_canary_comes_back_bit_by_bit()
    {
        float[] input = [-0f, 1f / 3];
        var saved = new Canary(input, [float.Epsilon, float.MaxValue], 0.25f);
        Canary canary = Reread(new WeightFileOptions { Canary = saved }, stream => WeightFile.ReadCanary(stream)).ShouldNotBeNull();
        Safetensors.SameBits(canary.Input.ToArray(), input).ShouldBeTrue();
        canary.ExpectedOutput.ToArray().ShouldBe([float.Epsilon, float.MaxValue]);
        canary.Tolerance.ShouldBe(0.25f);
    }

    [Fact]
    public void A_damaged_canary_takes_little_memory()
    {
        const int Size = 900_000;
        byte[] file = Safetensors.File($"{{\"__metadata__\":{{\"mlp.canary\":\"{string.Concat(Enumerable.Repeat("1 ", Size / 2))}\"}}}}", 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<WeightFileException>(() => WeightFile.ReadCanary(new MemoryStream(file))).Code.ShouldBe(WeightFileError.BadMetadata);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10L * file.Length);
    }

    [Fact]
    public void The_same_bytes_come_under_every_culture()
    {
        var options = new WeightFileOptions { Scaler = new StandardScaler([-1.5, 0.25], [2.5, 1e-3]), Metadata = new Dictionary<string, string> { ["ä"] = "1", ["Z"] = "2" } };
        byte[] file = Safetensors.Save(Networks.Small, new float[17], options);
        UnderCulture.Hostile(() => Safetensors.Save(Networks.Small, new float[17], options)).ShouldBe(file);
    }

    [Fact]
    public void A_file_without_them_has_none()
    {
        byte[] file = Safetensors.File(Safetensors.Header);
        WeightFile.ReadClassNames(new MemoryStream(file)).ShouldBeNull();
        WeightFile.ReadScaler(new MemoryStream(file)).ShouldBeNull();
        WeightFile.ReadCanary(new MemoryStream(file)).ShouldBeNull();
        WeightFile.ReadMetadata(new MemoryStream(file), "\ud800").ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[\"a\"]x")]
    [InlineData("[[\"a\"]]")]
    [InlineData("\"a\"")]
    [InlineData("[\"\\ud800\"]")]
    [InlineData("{}")]
    [InlineData("{\"kind\":null}")]
    [InlineData("{\"kind\":\"Other\"}")]
    [InlineData("{\"kind\":\"StandardScaler\",\"mean\":[],\"scale\":[]}")]
    [InlineData("{\"kind\":\"StandardScaler\",\"mean\":[1],\"scale\":[0]}")]
    [InlineData("{\"kind\":\"StandardScaler\",\"mean\":[1e999],\"scale\":[1]}")]
    [InlineData("{\"kind\":\"StandardScaler\",\"mean\":[1],\"scale\":[1],\"more\":1}")]
    [InlineData("{\"kind\":\"MinMaxScaler\",\"minimum\":[1],\"maximum\":[0],\"range\":[0,1]}")]
    [InlineData("{\"kind\":\"MinMaxScaler\",\"minimum\":[1],\"maximum\":[2],\"range\":[0]}")]
    [InlineData("[\"a\",\"a\"]")]
    [InlineData("[\"a\",\"\"]")]
    [InlineData("nul")]
    public void Damaged_ones_are_refused_and_the_weights_alone_load(string value)
    {
        string text = JsonEncodedText.Encode(value).ToString();
        string[] keys = ["mlp.classNames", "mlp.scaler", "mlp.target_scaler", "mlp.canary"];
        foreach (string key in keys)
        {
            byte[] one = Safetensors.File($"{{\"__metadata__\":{{\"{key}\":\"{text}\"}},{Safetensors.Header[1..]}");
            WeightFileException exception = Should.Throw<WeightFileException>(() => Safetensors.Load(one));
            exception.Code.ShouldBe(WeightFileError.BadMetadata);
            exception.Message.ShouldStartWith($"The value of \"{key}\" in the __metadata__ of the file is not what this library writes there: ");
            Safetensors.Load(one, options: new WeightFileOptions { IgnoreMetadata = true }).ShouldBe(new float[17]);
        }

        byte[] file = Safetensors.File($"{{\"__metadata__\":{{{string.Join(',', keys.Select(key => $"\"{key}\":\"{text}\""))}}},{Safetensors.Header[1..]}");
        Should.Throw<WeightFileException>(() => WeightFile.ReadScaler(new MemoryStream(file))).Code.ShouldBe(WeightFileError.BadMetadata);
        Should.Throw<WeightFileException>(() => WeightFile.ReadClassNames(new MemoryStream(file))).Code.ShouldBe(WeightFileError.BadMetadata);
        Should.Throw<WeightFileException>(() => WeightFile.ReadTargetScaler(new MemoryStream(file))).Code.ShouldBe(WeightFileError.BadMetadata);
        Should.Throw<WeightFileException>(() => WeightFile.ReadCanary(new MemoryStream(file))).Code.ShouldBe(WeightFileError.BadMetadata);
    }

    private static T Reread<T>(WeightFileOptions options, Func<Stream, T> read, NetworkDescription? network = null)
    {
        network ??= Networks.Small;
        float[] parameters = new float[Networks.Count(network)];
        byte[] file = Safetensors.Save(network, parameters, options);
        Safetensors.Load(file, network).ShouldBe(parameters);
        return read(new SlowStream(file));
    }

    private static long[] Bits(ReadOnlySpan<double> values) => [.. values.ToArray().Select(BitConverter.DoubleToInt64Bits)];
}
