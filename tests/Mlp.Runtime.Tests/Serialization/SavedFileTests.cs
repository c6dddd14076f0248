using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Mlp.Serving;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>What is saved can be loaded with the same options, and what could not is refused before anything is written.</summary>
public sealed class SavedFileTests
{
    private const int Cases = 3_000;

    private static readonly string[] Texts = ["a", "b", "", "\ud800", "\udc00x", "😀", "\0", "\"\\", "mlp.x", "__metadata__", "é", "e\u0301", new('x', 70_000)];

    [Fact]
    public void A_network_that_diverged_does_not_replace_a_good_file()
    {
        string path = Path.GetTempFileName();
        try
        {
            WeightFile.Save(path, Networks.Small, Networks.Parameters(Networks.Small));
            byte[] good = File.ReadAllBytes(path);
            foreach (float value in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
            {
                float[] parameters = new float[17];
                parameters[7] = value;
                Should.Throw<ArgumentException>(() => WeightFile.Save(path, Networks.Small, parameters)).Message.ShouldStartWith("Tensor \"0.bias\" has a");
                File.ReadAllBytes(path).ShouldBe(good);
                Directory.GetFiles(Path.GetDirectoryName(path)!, ".*.tmp").ShouldBeEmpty();
                var network = new ResumableNetwork(2);
                network.SetParameters(parameters);
                Should.Throw<ArgumentException>(() => network.SaveWeights(path)).Message.ShouldEndWith("set AllowNonFinite to save and to load it all the same.");
                File.ReadAllBytes(path).ShouldBe(good);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Moments_are_held_to_the_same_rule()
    {
        var withState = new WeightFileOptions { OptimizerState = true };
        foreach ((int index, float value, bool isGood) in ((int, float, bool)[])[(3, float.NaN, false), (30, float.PositiveInfinity, false), (20, -1, false), (3, -1, true)])
        {
            var network = new ResumableNetwork(2);
            network.Moments[index] = value;
            if (isGood)
            {
                network.Saved(withState).Length.ShouldBeGreaterThan(0);
                continue;
            }

            Should.Throw<ArgumentException>(() => network.Saved(withState)).Message.ShouldStartWith("Tensor \"mlp.optimizer.");
            network.Saved(new WeightFileOptions()).Length.ShouldBeGreaterThan(0);
            byte[] file = network.Saved(withState with { AllowNonFinite = true });
            var loaded = new ResumableNetwork(5);
            loaded.LoadWeights(new MemoryStream(file), withState with { AllowNonFinite = true });
            loaded.Equals(network).ShouldBeTrue();
        }
    }

    [Fact]
    public void Nothing_larger_than_what_is_read_is_saved()
    {
        NetworkDescription many = Networks.Of(Activation.ReLU, Activation.Identity, Loss.SquaredError, [.. Enumerable.Repeat(1, 2_050)]);
        Should.Throw<ArgumentException>(() => Safetensors.Save(many, new float[Networks.Count(many)])).Message
            .ShouldStartWith("The file could not be read again: The file has more than 4096 tensors:");
        NetworkDescription wide = Networks.Of(Activation.ReLU, Activation.Identity, Loss.SquaredError, 70_000, 1);
        Should.Throw<ArgumentException>(() => Safetensors.Save(wide, new float[Networks.Count(wide)], new() { Scaler = new StandardScaler(new double[70_000], [.. Enumerable.Repeat(1.0, 70_000)]) }))
            .Message.ShouldStartWith("The file could not be read again: The value of \"mlp.scaler\"");
    }

    [Fact]
    public void Text_that_would_not_come_back_is_refused()
    {
        Refused(new() { Metadata = new Dictionary<string, string> { ["a\ud800"] = "x" } });
        Refused(new() { Metadata = new Dictionary<string, string> { ["a"] = "\udc00" } });
        Refused(new() { Layout = WeightLayout.Custom((layer, isBias) => $"{layer}{isBias}\ud800") });

        static void Refused(WeightFileOptions options) =>
            Should.Throw<ArgumentException>(() => Safetensors.Save(Networks.Small, new float[17], options)).ParamName.ShouldBe("options");
    }

    [Fact]
    public void Keys_that_are_there_twice_are_refused() =>
        Should.Throw<ArgumentException>(() => Safetensors.Save(Networks.Small, new float[17], new() { Metadata = new TwiceTheSame() })).Message
            .ShouldStartWith("The file could not be read again: __metadata__ has the key \"a\" twice");

    /// <summary>Options and values by chance: a refusal before the first byte, or a file that the same options read, bit by bit.</summary>
    [Fact]
    public void Whatever_is_saved_is_loaded_with_the_same_options()
    {
        int saved = 0;
        int refused = 0;
        foreach ((WeightFileOptions options, float[] values, bool isResumable) in Choices.Sample(Cases))
        {
            var network = new ResumableNetwork(2);
            values.AsSpan(0, 17).CopyTo(network.Parameters);
            values.AsSpan(17).CopyTo(network.Moments);
            using var stream = new MemoryStream();
            try
            {
                if (isResumable)
                {
                    network.SaveWeights(stream, options);
                }
                else
                {
                    WeightFile.Save(stream, Networks.Small, network.Parameters, options);
                }
            }
            catch (ArgumentException)
            {
                stream.Length.ShouldBe(0);
                refused++;
                continue;
            }

            saved++;
            byte[] file = stream.ToArray();
            WeightFile.ReadClassNames(new MemoryStream(file)).ShouldBe(options.ClassNames);
            WeightFile.ReadScaler(new MemoryStream(file)).ShouldBe(options.Scaler);
            WeightFile.ReadTargetScaler(new MemoryStream(file)).ShouldBe(options.TargetScaler);
            WeightFile.ReadCanary(new MemoryStream(file))?.ToString().ShouldBe(options.Canary?.ToString());
            foreach ((string key, string value) in options.Metadata ?? new Dictionary<string, string>())
            {
                WeightFile.ReadMetadata(new MemoryStream(file), key).ShouldBe(value);
            }

            if (!isResumable)
            {
                Safetensors.SameBits(Safetensors.Load(file, options: options), network.Parameters).ShouldBeTrue();
                continue;
            }

            var loaded = new ResumableNetwork(9);
            loaded.LoadWeights(new MemoryStream(file), options);
            Safetensors.SameBits(loaded.Parameters, network.Parameters).ShouldBeTrue();
            (options.OptimizerState ? loaded.Equals(network) : !loaded.Moments.SequenceEqual(network.Moments)).ShouldBeTrue();
        }

        saved.ShouldBeGreaterThan(Cases / 20);
        refused.ShouldBeGreaterThan(Cases / 20);
    }

    private static Gen<(WeightFileOptions Options, float[] Values, bool IsResumable)> Choices
    {
        get
        {
            Gen<string> text = Gen.Frequency((5, Gen.Elements("a", "b", "é", "😀", "\0")), (1, Gen.Elements(Texts)));
            Gen<double> number = Gen.Elements(0.0, -0.0, 1, 1e300, double.Epsilon, -1.0 / 3);
            Gen<FeatureScaler?> scaler =
                from size in Gen.Frequency((1, Gen.Constant(0)), (5, Gen.Constant(2)), (1, Gen.Choose(1, 3)))
                from numbers in number.ArrayOf(size)
                from isRange in Gen.Elements(true, false)
                select size == 0 ? null
                    : isRange ? (FeatureScaler)new MinMaxScaler(numbers, [.. numbers.Select(value => value + 1)], -1, 3)
                    : new StandardScaler(numbers, [.. numbers.Select(value => Math.Abs(value) + 5e-324)]);
            Gen<IReadOnlyList<string>?> names = Gen.Frequency(
                (2, Gen.Constant<IReadOnlyList<string>?>(null)), (4, text.ArrayOf(2).Select(array => (IReadOnlyList<string>?)array)), (1, text.ArrayOf(3).Select(array => (IReadOnlyList<string>?)array)));
            Gen<Canary?> canary = Gen.Elements(
                null, new Canary([1, -0f], [0.1f, float.MaxValue]), new Canary([1, 2, 3, 4], [1, 2, 3, 4], 0, sampleCount: 2), new Canary([1], [2]), Canary.Parse("1 2 -> 3 4 within 1E-45 0 each"));
            Gen<Dictionary<string, string>?> metadata =
                from count in Gen.Choose(0, 3)
                from keys in text.ArrayOf(count)
                from values in text.ArrayOf(count)
                select count == 0 ? null : keys.Zip(values).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
            Gen<WeightLayout> layout = Gen.Frequency(
                (4, Gen.Elements(WeightLayout.PyTorch, WeightLayout.Keras, WeightLayout.ScikitLearn, WeightLayout.PyTorch.WithoutBiases(), WeightLayout.Keras.WithoutBiases())),
                (1, text.Select(name => WeightLayout.Custom((layer, isBias) => $"{name}{layer}{isBias}", transposed: true))));
            Gen<float[]> floats = Gen.Frequency((40, Gen.Elements(1f, -2.5f, float.MaxValue, float.Epsilon, 0f)), (1, Gen.Elements(float.NaN, float.PositiveInfinity))).ArrayOf(51);
            return from names1 in names
                   from scaler1 in scaler
                   from scaler2 in scaler
                   from canary1 in canary
                   from metadata1 in metadata
                   from layout1 in layout
                   from values in floats
                   from flags in Gen.Choose(0, 511)
                   select (
                       new WeightFileOptions
                       {
                           ClassNames = names1,
                           Scaler = scaler1,
                           TargetScaler = scaler2,
                           Canary = canary1,
                           Metadata = metadata1,
                           Layout = layout1,
                           AllowNonFinite = (flags & 1) != 0,
                           AllowDouble = (flags & 2) != 0,
                           AllowMissingBiases = (flags & 4) != 0,
                           RequireSameNetwork = (flags & 8) != 0,
                           IgnoreMetadata = (flags & 16) != 0,
                           OptimizerState = (flags & 32) != 0 && (flags & 64) != 0,
                       },
                       WithoutBiases(values, !layout1.HasBiases && (flags & 128) != 0),
                       (flags & 64) != 0);
        }
    }

    // Biases of Networks.Small.
    private static float[] WithoutBiases(float[] values, bool isAsked)
    {
        if (isAsked)
        {
            values.AsSpan(6, 3).Clear();
            values.AsSpan(15, 2).Clear();
        }

        // Most means of squares are not below zero.
        for (int index = 34; index < values.Length; index++)
        {
            values[index] = index % 17 == 3 ? values[index] : Math.Abs(values[index]);
        }

        return values;
    }

    /// <summary>A dictionary that keeps no promise.</summary>
    private sealed class TwiceTheSame : IReadOnlyDictionary<string, string>
    {
        public int Count => 2;

        public IEnumerable<string> Keys => ["a", "a"];

        public IEnumerable<string> Values => ["1", "2"];

        public string this[string key] => "1";

        public bool ContainsKey(string key) => true;

        public bool TryGetValue(string key, out string value)
        {
            value = "1";
            return true;
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, string>>)[new("a", "1"), new("a", "2")]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
