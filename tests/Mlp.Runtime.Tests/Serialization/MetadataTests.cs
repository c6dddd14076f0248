using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Mlp.Runtime.Tests.Training;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Class names and scalers travel with the weights; damaged ones are refused, and missing ones are none.</summary>
public sealed class MetadataTests
{
    private static readonly string[] Names = ["setosa", "", "žluťoučký \"kůň\"\n", "\u202e", "日本"];
    private static readonly double[] Numbers = [1.0 / 3, -0.0, double.Epsilon, 1e300];

    [Fact]
    public void Class_names_come_back() =>
        Reread(new WeightFileOptions { ClassNames = Names }, stream => WeightFile.ReadClassNames(stream)).ShouldBe(Names);

    [Fact]
    public void A_standard_scaler_comes_back_bit_by_bit()
    {
        double[] scale = [1, 2, 1.0 / 7, 5e-324];
        var scaler = Reread(new WeightFileOptions { Scaler = new StandardScaler(Numbers, scale) }, stream => WeightFile.ReadScaler(stream)).ShouldBeOfType<StandardScaler>();
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
    public void The_same_bytes_come_under_every_culture()
    {
        var options = new WeightFileOptions { Scaler = new StandardScaler([-1.5], [2.5]), Metadata = new Dictionary<string, string> { ["ä"] = "1", ["Z"] = "2" } };
        byte[] file = Safetensors.Save(Networks.Small, new float[17], options);
        UnderCulture.Hostile(() => Safetensors.Save(Networks.Small, new float[17], options)).ShouldBe(file);
    }

    [Fact]
    public void A_file_without_them_has_none()
    {
        byte[] file = Safetensors.File(Safetensors.Header);
        WeightFile.ReadClassNames(new MemoryStream(file)).ShouldBeNull();
        WeightFile.ReadScaler(new MemoryStream(file)).ShouldBeNull();
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
    public void Damaged_ones_are_refused_and_the_weights_load(string value)
    {
        string text = JsonEncodedText.Encode(value).ToString();
        byte[] file = Safetensors.File($"{{\"__metadata__\":{{\"mlp.classNames\":\"{text}\",\"mlp.scaler\":\"{text}\"}},{Safetensors.Header[1..]}");
        Should.Throw<WeightFileException>(() => WeightFile.ReadScaler(new MemoryStream(file))).Code.ShouldBe(WeightFileError.BadMetadata);
        Should.Throw<WeightFileException>(() => WeightFile.ReadClassNames(new MemoryStream(file))).Code.ShouldBe(WeightFileError.BadMetadata);
        Safetensors.Load(file).ShouldBe(new float[17]);
    }

    private static T Reread<T>(WeightFileOptions options, Func<Stream, T> read)
    {
        byte[] file = Safetensors.Save(Networks.Small, new float[17], options);
        Safetensors.Load(file).ShouldBe(new float[17]);
        return read(new SlowStream(file));
    }

    private static long[] Bits(ReadOnlySpan<double> values) => [.. values.ToArray().Select(BitConverter.DoubleToInt64Bits)];
}
