using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mlp.Serving;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>What travels with the weights is that of the network, when it is saved and when it is read, and both sides are named where it is not.</summary>
public sealed class MetadataFitTests
{
    private static readonly NetworkDescription Two = Networks.Of(Activation.ReLU, Activation.Softmax, Loss.CrossEntropy, 2, 3);
    private static readonly NetworkDescription One = Networks.Of(Activation.ReLU, Activation.Sigmoid, Loss.BinaryCrossEntropy, 4, 5, 1);
    private static readonly NetworkDescription Regression = Networks.Of(Activation.Tanh, Activation.Identity, Loss.SquaredError, 3, 2);

    public static TheoryData<string, NetworkDescription, WeightFileOptions, string> Wrong { get; } = new()
    {
        { "names", Two, new() { ClassNames = ["cat", "dog"] }, "has 2 class names, {cat, dog}, but the network has 3 classes" },
        { "four names", Two, new() { ClassNames = ["a", "b", "c", "d"] }, "has 4 class names, {a, b, c, d}, but the network has 3 classes" },
        { "no names", Two, new() { ClassNames = [] }, "has 0 class names, {}, but the network has 3 classes" },
        { "one name of one output", One, new() { ClassNames = ["spam"] }, "has 1 class names, {spam}, but the network has 2 classes" },
        { "three names of a regression", Regression, new() { ClassNames = ["a", "b", "c"] }, "has 3 class names, {a, b, c}, but the network has 2 classes" },
        { "equal names", Two, new() { ClassNames = ["a", "b", "a"] }, "has \"a\" twice among the class names {a, b, a}" },
        { "an empty name", Two, new() { ClassNames = ["a", "", "b"] }, "has an empty name among the class names {a, , b}" },
        { "no name", Two, new() { ClassNames = ["a", null!, "b"] }, "has a null among the class names {a, null, b}" },
        { "half a character", Two, new() { ClassNames = ["a", "\ud83d", "b"] }, "has half a character in" },
        { "a scaler", Two, new() { Scaler = new StandardScaler([0.0], [1.0]) }, "has a scaler of 1 features, but the network has 2 inputs" },
        { "a wide scaler", One, new() { Scaler = new MinMaxScaler(new double[5], new double[5]) }, "has a scaler of 5 features, but the network has 4 inputs" },
        { "a target scaler", Regression, new() { TargetScaler = new StandardScaler([0, 0, 0], [1, 1, 1]) }, "has a target scaler of 3 targets, but the network has 2 outputs" },
        { "a canary's inputs", Two, new() { Canary = new Canary([1, 2, 3], [1, 2, 3]) }, "has a canary of 3 inputs and 3 outputs, but the network has 2 and 3" },
        { "a canary's outputs", Two, new() { Canary = new Canary([1, 2], [1, 2]) }, "has a canary of 2 inputs and 2 outputs, but the network has 2 and 3" },
        { "a canary of several samples", Two, new() { Canary = new Canary([1, 2], [1, 2, 3, 4, 5, 6], 1, sampleCount: 2) }, "has a canary of 1 inputs and 3 outputs, but the network has 2 and 3" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_does_not_fit_is_not_saved_and_the_older_file_stays(string what, NetworkDescription network, WeightFileOptions options, string complaint)
    {
        string path = Path.GetTempFileName();
        try
        {
            float[] parameters = new float[Networks.Count(network)];
            WeightFile.Save(path, network, parameters);
            byte[] before = File.ReadAllBytes(path);
            Should.Throw<ArgumentException>(() => WeightFile.Save(path, network, parameters, options), what).Message.ShouldContain(complaint);
            File.ReadAllBytes(path).ShouldBe(before);

            using var stream = new MemoryStream();
            Should.Throw<ArgumentException>(() => WeightFile.Save(stream, network, parameters, options));
            stream.Length.ShouldBe(0);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>As a file saved by another network has it, put together by hand: with the weights of this one.</summary>
    [Theory]
    [InlineData("mlp.classNames", "[\"cat\",\"dog\",\"bird\"]", "The file has 3 class names, {cat, dog, bird}, but the network has 2 classes: ")]
    [InlineData("mlp.scaler", "{\"kind\":\"StandardScaler\",\"mean\":[1],\"scale\":[2]}", "The file has a scaler of 1 features, but the network has 2 inputs: ")]
    [InlineData("mlp.target_scaler", "{\"kind\":\"MinMaxScaler\",\"minimum\":[0],\"maximum\":[2],\"range\":[0,1]}", "The file has a target scaler of 1 targets, but the network has 2 outputs: ")]
    [InlineData("mlp.canary", "1 2 3 -> 4 within 1", "The file has a canary of 3 inputs and 1 outputs, but the network has 2 and 2: ")]
    public void What_does_not_fit_is_not_read_and_the_network_stays(string key, string value, string message)
    {
        string text = System.Text.Json.JsonEncodedText.Encode(value).ToString();
        byte[] file = Safetensors.File($"{{\"__metadata__\":{{\"{key}\":\"{text}\"}},{Safetensors.Header[1..]}");
        var network = new ResumableNetwork(3);
        WeightFileException exception = Should.Throw<WeightFileException>(() => network.LoadWeights(new MemoryStream(file)));
        exception.Code.ShouldBe(WeightFileError.MetadataMismatch);
        exception.Message.ShouldStartWith(message);
        network.Equals(new ResumableNetwork(3)).ShouldBeTrue();
        Should.Throw<WeightFileException>(() => Safetensors.Load(file)).Code.ShouldBe(WeightFileError.MetadataMismatch);

        network.LoadWeights(new MemoryStream(file), new WeightFileOptions { IgnoreMetadata = true });
        network.Parameters.ShouldBe(new float[17]);
    }

    [Fact]
    public void Names_from_a_file_are_cut_and_escaped()
    {
        string name = "\\\\u202e" + new string('x', 100_000);
        byte[] file = Safetensors.File($"{{\"__metadata__\":{{\"mlp.classNames\":\"[\\\"{name}\\\"]\"}},{Safetensors.Header[1..]}");
        string message = Should.Throw<WeightFileException>(() => Safetensors.Load(file)).Message;
        message.ShouldStartWith("The file has 1 class names, {\\u{202E}xxx");
        message.Length.ShouldBeLessThan(400);
    }

    [Fact]
    public void What_fits_is_saved_and_read()
    {
        var options = new WeightFileOptions
        {
            ClassNames = ["ham", "spam"],
            Scaler = new StandardScaler([1, 2, 3, 4], [1, 2, 3, 4]),
            TargetScaler = new MinMaxScaler([0], [2]),
            Canary = new Canary([.. Enumerable.Range(1, 8).Select(number => (float)number)], [0.5f, 0.75f], 1, sampleCount: 2),
            Metadata = new Dictionary<string, string> { ["note"] = "\ud83d\ude00" },
        };
        byte[] file = Safetensors.Save(One, new float[Networks.Count(One)], options);
        Safetensors.Load(file, One, options).ShouldBe(new float[Networks.Count(One)]);
        WeightFile.ReadClassNames(new MemoryStream(file)).ShouldBe(["ham", "spam"]);
        WeightFile.ReadMetadata(new MemoryStream(file), "note").ShouldBe("\ud83d\ude00");
        WeightFile.ReadCanary(new MemoryStream(file))!.SampleCount.ShouldBe(2);
        Safetensors.Load(Safetensors.Save(Regression, new float[8], new WeightFileOptions { ClassNames = ["a", "b"] }), Regression).ShouldBe(new float[8]);
    }

    [Fact]
    public void A_canary_of_older_parameters_is_not_saved()
    {
        var network = new Training.Fitting.LinearNetwork();
        Canary canary = Canary.Record(network, [1, 2, 3, 4]);
        network.SaveWeights(new MemoryStream(), new WeightFileOptions { Canary = canary });
        network.SetParameters([1, 2, 3, 4, 5, 6]);
        Should.Throw<ArgumentException>(() => network.SaveWeights(new MemoryStream(), new WeightFileOptions { Canary = canary })).Message
            .ShouldStartWith("The canary was recorded with other parameters than those that are saved:");
    }
}
