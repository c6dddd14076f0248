using System;
using System.IO;
using Mlp.CompilerServices;
using Mlp.Runtime.Tests.Training.Fitting;
using Mlp.Serialization;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>What an optimizer remembers goes with the weights on request; what is not its own is refused, and the network stays as it is.</summary>
public sealed class OptimizerStateTests
{
    private const string Optimizer = "{\\\"kind\\\":\\\"Adam\\\",\\\"steps\\\":3,\\\"remainders\\\":[0.25,0.333]}";

    private static readonly WeightFileOptions WithState = new() { OptimizerState = true };
    private static readonly byte[] Good = new ResumableNetwork(3).Saved(WithState);
    private static readonly string Header = Safetensors.HeaderOf(Good);

    public static TheoryData<string, string, WeightFileError> Faults => new()
    {
        { "Adam", "AdamW", WeightFileError.OptimizerMismatch },
        { "\\\"Adam\\\",\\\"steps\\\":3,\\\"remainders\\\":[0.25,0.333]", "\\\"SGD\\\"", WeightFileError.OptimizerMismatch },
        { "\"mlp.optimizer\":", "\"other\":", WeightFileError.UnexpectedTensor },
        { "mlp.optimizer.mean.0.weight", "mlp.optimizer.velocity.0.weight", WeightFileError.MissingTensor },
        { "mlp.optimizer.square.2.bias", "mlp.optimizer", WeightFileError.MissingTensor },
        { "mean.0.weight\":{\"dtype\":\"F32\",\"shape\":[3,2]", "mean.0.weight\":{\"dtype\":\"F32\",\"shape\":[2,3]", WeightFileError.ShapeMismatch },
        { "square.0.bias\":{\"dtype\":\"F32\",\"shape\":[3]", "square.0.bias\":{\"dtype\":\"F32\",\"shape\":[3,1]", WeightFileError.ShapeMismatch },
        { "mean.0.weight\":{\"dtype\":\"F32\"", "mean.0.weight\":{\"dtype\":\"I32\"", WeightFileError.UnsupportedDType },
        { Optimizer, "", WeightFileError.BadMetadata },
        { Optimizer, "{}", WeightFileError.BadMetadata },
        { Optimizer, "\\\"Adam\\\"", WeightFileError.BadMetadata },
        { "\\\"Adam\\\"", "null", WeightFileError.BadMetadata },
        { "\\\"Adam\\\"", "\\\"" + new string('x', 10_000) + "\\\"", WeightFileError.BadMetadata },
        { ":3,", ":-3,", WeightFileError.BadMetadata },
        { ":3,", ":3.5,", WeightFileError.BadMetadata },
        { ":3,", ":9223372036854775807,", WeightFileError.BadMetadata },
        { ":3,", ":1e99,", WeightFileError.BadMetadata },
        { "steps", "step", WeightFileError.BadMetadata },
        { ",\\\"remainders\\\":[0.25,0.333]", "", WeightFileError.BadMetadata },
        { "[0.25,0.333]", "[0.25]", WeightFileError.BadMetadata },
        { "[0.25,0.333]", "[0.25,0.333,0]", WeightFileError.BadMetadata },
        { "[0.25,0.333]", "[0.25,1]", WeightFileError.BadMetadata },
        { "[0.25,0.333]", "[-0.25,0.333]", WeightFileError.BadMetadata },
        { "[0.25,0.333]", "[1e999,0.333]", WeightFileError.BadMetadata },
        { "[0.25,0.333]}", "[0.25,0.333],\\\"more\\\":1}", WeightFileError.BadMetadata },
        { "[0.25,0.333]}", "[0.25,0.333]}x", WeightFileError.BadMetadata },
        { "[0.25,0.333]}", "[0.25,0.333],\\\"masks\\\":[1]}", WeightFileError.BadMetadata },
        { "[0.25,0.333]}", "[0.25,0.333],\\\"masks\\\":[1,2,3]}", WeightFileError.BadMetadata },
        { "[0.25,0.333]}", "[0.25,0.333],\\\"masks\\\":[1,-2]}", WeightFileError.BadMetadata },
        { "[0.25,0.333]}", "[0.25,0.333],\\\"masks\\\":[-1,2]}", WeightFileError.BadMetadata },
        { "[0.25,0.333]}", "[0.25,0.333],\\\"masks\\\":[18446744073709551616,2]}", WeightFileError.BadMetadata },
        { "[0.25,0.333]}", "[0.25,0.333],\\\"masks\\\":[1,9223372036854775807]}", WeightFileError.BadMetadata },
        { "[0.25,0.333]}", "[0.25,0.333],\\\"masks\\\":{}}", WeightFileError.BadMetadata },
        { "\\\"steps\\\":3,", "\\\"masks\\\":[1,2],\\\"steps\\\":3,", WeightFileError.BadMetadata },
    };

    [Fact]
    public void A_file_has_this_header() => Header.TrimEnd(' ').ShouldBe(
        ("""
        {"__metadata__":{"mlp.format":"1","mlp.network":"2-3-2 ReLU Softmax CrossEntropy","mlp.optimizer":"#"},
        "0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[0,24]},"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[24,36]},
        "2.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[36,60]},"2.bias":{"dtype":"F32","shape":[2],"data_offsets":[60,68]},
        "mlp.optimizer.mean.0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[68,92]},"mlp.optimizer.mean.0.bias":{"dtype":"F32","shape":[3],"data_offsets":[92,104]},
        "mlp.optimizer.mean.2.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[104,128]},"mlp.optimizer.mean.2.bias":{"dtype":"F32","shape":[2],"data_offsets":[128,136]},
        "mlp.optimizer.square.0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[136,160]},"mlp.optimizer.square.0.bias":{"dtype":"F32","shape":[3],"data_offsets":[160,172]},
        "mlp.optimizer.square.2.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[172,196]},"mlp.optimizer.square.2.bias":{"dtype":"F32","shape":[2],"data_offsets":[196,204]}}
        """).ReplaceLineEndings(string.Empty).Replace("#", Optimizer.Replace("\\\"", "\\u0022"), StringComparison.Ordinal));

    [Fact]
    public void It_comes_back_bit_by_bit_under_every_layout()
    {
        var saved = new ResumableNetwork(3);
        foreach (WeightLayout layout in (WeightLayout[])[WeightLayout.PyTorch, WeightLayout.Keras, WeightLayout.ScikitLearn, WeightLayout.Custom((layer, isBias) => $"{layer}{isBias}")])
        {
            WeightFileOptions options = WithState with { Layout = layout };
            var loaded = new ResumableNetwork(8);
            loaded.LoadWeights(new SlowStream(saved.Saved(options)), options);
            loaded.Equals(saved).ShouldBeTrue();
        }
    }

    /// <summary>Behind what the optimizer counts, or alone.</summary>
    [Theory]
    [InlineData(3, ulong.MaxValue, 0, ",\\u0022masks\\u0022:[18446744073709551615,0]}")]
    [InlineData(0, 7, 1L << 62, "{\\u0022kind\\u0022:\\u0022Adam\\u0022,\\u0022masks\\u0022:[7,4611686018427387904]}")]
    public void Which_masks_come_next_goes_along(long steps, ulong seed, long taken, string text)
    {
        var network = new ResumableNetwork(3);
        network.SetMoments(network.Moments, (steps == 0 ? default : network.Progress) with { Masks = new MaskProgress(seed, taken) });
        byte[] file = network.Saved(WithState);
        Safetensors.HeaderOf(file).ShouldContain(text);

        var other = new ResumableNetwork(5);
        other.LoadWeights(new MemoryStream(file), WithState);

        other.Equals(network).ShouldBeTrue();
        other.Saved(WithState).ShouldBe(file);
    }

    [Fact]
    public void A_path_is_as_good_as_a_stream()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("weights").FullName, "net.safetensors");
        var loaded = new ResumableNetwork(8);
        new ResumableNetwork(3).SaveWeights(path, WithState);
        loaded.LoadWeights(path, WithState);
        loaded.Equals(new ResumableNetwork(3)).ShouldBeTrue();
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Without_the_option_weights_load_and_the_state_stays()
    {
        var network = new ResumableNetwork(8);
        network.LoadWeights(new MemoryStream(Good));
        network.Parameters.ShouldBe(new ResumableNetwork(3).Parameters);
        network.Moments.ShouldBe(new ResumableNetwork(8).Moments);
        network.Progress.ShouldBe(new ResumableNetwork(8).Progress);
        Safetensors.Load(Good).ShouldBe(new ResumableNetwork(3).Parameters);
    }

    [Fact]
    public void Without_a_state_in_the_file_the_optimizer_begins_anew()
    {
        var network = new ResumableNetwork(8);
        network.LoadWeights(new MemoryStream(new ResumableNetwork(3).Saved(WeightFileOptions.Default)), WithState);
        network.Parameters.ShouldBe(new ResumableNetwork(3).Parameters);
        network.Moments.ShouldBe(new float[34]);
        network.Progress.ShouldBe(default);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Another_state_is_refused_and_the_network_stays(string part, string replacement, WeightFileError code)
    {
        Header.ShouldContain(Escaped(part));
        byte[] file = Safetensors.File(System.Text.Encoding.UTF8.GetBytes(Header.Replace(Escaped(part), Escaped(replacement))), Good[^204..]);
        foreach (Stream stream in (Stream[])[new MemoryStream(file), new SlowStream(file)])
        {
            Refused(stream, WithState).Code.ShouldBe(code);
        }

        // Who does not ask for it is not concerned.
        new ResumableNetwork(8).LoadWeights(new MemoryStream(file));
    }

    [Theory]
    [InlineData(20, float.NaN)]
    [InlineData(17, float.PositiveInfinity)]
    [InlineData(50, float.NegativeInfinity)]
    [InlineData(34, -1f)]
    [InlineData(50, -float.Epsilon)]
    public void A_moment_that_cannot_be_is_refused_as_a_weight_is(int index, float value)
    {
        byte[] file = (byte[])Good.Clone();
        BitConverter.GetBytes(value).CopyTo(file, file.Length - 204 + (4 * index));
        WeightFileException exception = Refused(new MemoryStream(file), WithState);
        exception.Code.ShouldBe(WeightFileError.NonFinite);
        exception.Message.ShouldStartWith($"Tensor \"mlp.optimizer.{(index < 34 ? "mean" : "square")}.");

        var network = new ResumableNetwork(8);
        network.LoadWeights(new MemoryStream(file), WithState with { AllowNonFinite = true });
        Safetensors.SameBits([network.Moments[index - 17]], [value]).ShouldBeTrue();
    }

    [Fact]
    public void Messages_say_what_to_do()
    {
        Refused(Edited("Adam", "Momentum"), WithState).Message.ShouldBe(
            "The file has the state of \"Momentum\", but the network is trained by Adam: load the weights alone, without OptimizerState.");
        Refused(Edited("mean.0.weight", "mean.1.weight"), WithState).Message.ShouldContain(": save the network with OptimizerState once more, or load it without.");
        Refused(Edited("mean.0.weight\":{\"dtype\":\"F32\",\"shape\":[3,2]", "mean.0.weight\":{\"dtype\":\"F32\",\"shape\":[2,3]"), WithState).Message.ShouldNotContain("layout");
    }

    [Fact]
    public void A_network_that_remembers_nothing_has_nothing_but_its_name_in_the_file()
    {
        using var stream = new MemoryStream();
        new LinearNetwork().SaveWeights(stream, WithState);
        stream.Position = 0;
        WeightFile.ReadMetadata(stream, "mlp.optimizer").ShouldBe("{\"kind\":\"SGD\"}");
        stream.Position = 0;
        new LinearNetwork().LoadWeights(stream, WithState);
        Should.Throw<WeightFileException>(() => new LinearNetwork().LoadWeights(new MemoryStream(Good), WithState)).Code.ShouldBe(WeightFileError.OptimizerMismatch);
    }

    [Fact]
    public void Who_cannot_have_a_state_is_told_so()
    {
        Should.Throw<ArgumentException>(() => Safetensors.Load(Good, options: WithState)).Message.ShouldContain("parameters in an array have no optimizer");
        Should.Throw<ArgumentException>(() => Safetensors.Save(Networks.Small, new float[17], WithState)).ParamName.ShouldBe("options");
        Should.Throw<ArgumentException>(() => OptimizerMoments.Of("Lion")).Message.ShouldContain("\"Lion\"");
        Should.Throw<ArgumentException>(() => new RememberingNetwork().LoadWeights("nowhere", WithState)).Message.ShouldContain("is no IResumableTraining");
        Should.Throw<ArgumentOutOfRangeException>(() => new OptimizerProgress(-1, 0, 0)).ParamName.ShouldBe("Steps");
        Should.Throw<ArgumentOutOfRangeException>(() => new OptimizerProgress(1, 1, 0)).ParamName.ShouldBe("Remainder1");
        Should.Throw<ArgumentOutOfRangeException>(() => new OptimizerProgress(1, 0, double.NaN)).ParamName.ShouldBe("Remainder2");
    }

    private static WeightFileException Refused(Stream stream, WeightFileOptions options)
    {
        var network = new ResumableNetwork(8);
        var exception = Should.Throw<WeightFileException>(() => network.LoadWeights(stream, options));
        network.Equals(new ResumableNetwork(8)).ShouldBeTrue();
        return exception;
    }

    private static MemoryStream Edited(string part, string replacement) =>
        new(Safetensors.File(System.Text.Encoding.UTF8.GetBytes(Header.Replace(part, replacement)), Good[^204..]));

    // As the writer escapes quotes within a string.
    private static string Escaped(string part) => part.Replace("\\\"", "\\u0022", StringComparison.Ordinal);
}
