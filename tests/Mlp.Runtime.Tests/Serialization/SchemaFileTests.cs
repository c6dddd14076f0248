using System;
using System.IO;
using Mlp.Serving;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>What a network knows of its data goes into its file without being asked for, and comes back from it.</summary>
public sealed class SchemaFileTests
{
    private static readonly StandardScaler Scaler = new([1, 2], [3, 4]);
    private static readonly MinMaxScaler Targets = new([0, 0], [10, 20]);

    private static DataSchema Full => new() { ClassNames = ["cat", "dog"], Scaler = Scaler, TargetScaler = Targets };

    [Fact]
    public void A_fitted_network_takes_its_schema_along()
    {
        byte[] file = Saved(Full);
        Loaded(file).ShouldBe(Full);
        WeightFile.ReadClassNames(new MemoryStream(file)).ShouldBe(["cat", "dog"]);
        WeightFile.ReadScaler(new MemoryStream(file)).ShouldBe(Scaler);
        WeightFile.ReadTargetScaler(new MemoryStream(file)).ShouldBe(Targets);
    }

    /// <summary>"Raw" is known of data that a network was fitted on, and not known of a file of another program.</summary>
    [Fact]
    public void That_there_is_no_scaler_is_known_too()
    {
        Loaded(Saved(new DataSchema())).ShouldBe(new DataSchema());
        Loaded(Saved(Full with { TargetScaler = null })).ShouldBe(Full with { TargetScaler = null });
        WeightFile.ReadScaler(new MemoryStream(Saved(new DataSchema()))).ShouldBeNull();
        Loaded(Saved(null)).ShouldBeNull();
        Loaded(Saved(null, new() { Scaler = Scaler })).ShouldBe(new DataSchema { Scaler = Scaler, KnowsScaling = false });
    }

    [Fact]
    public void A_file_without_a_schema_takes_that_of_before_away()
    {
        var network = new FittedLine { Schema = Full };
        network.LoadWeights(new MemoryStream(Saved(null)));
        network.Schema.ShouldBeNull();

        network.Schema = Full;
        network.LoadWeights(new MemoryStream(Saved(Full)), new WeightFileOptions { IgnoreMetadata = true });
        network.Schema.ShouldBeNull();
    }

    [Fact]
    public void A_file_that_is_refused_leaves_it()
    {
        var network = new FittedLine { Schema = Full };
        byte[] file = Saved(new DataSchema { ClassNames = ["a", "b"] });
        Should.Throw<WeightFileException>(() => network.LoadWeights(new MemoryStream(file[..^1])));
        network.Schema.ShouldBe(Full);
    }

    [Fact]
    public void Options_may_say_the_same_or_more()
    {
        Loaded(Saved(Full, new() { ClassNames = ["cat", "dog"], Scaler = new StandardScaler([1, 2], [3, 4]), TargetScaler = Targets })).ShouldBe(Full);
        Loaded(Saved(new DataSchema { Scaler = Scaler }, new() { ClassNames = ["cat", "dog"] })).ShouldBe(new DataSchema { Scaler = Scaler, ClassNames = ["cat", "dog"] });
    }

    [Fact]
    public void Options_that_contradict_the_network_are_refused_with_both_sides()
    {
        Refused(Full, new() { ClassNames = ["dog", "cat"] }, "options has the class names {dog, cat}, but the network was fitted on {cat, dog}:");
        Refused(Full, new() { Scaler = new StandardScaler([1, 2], [3, 5]) }, "options has Scaler = StandardScaler of 2 (mean 1, deviation 3; mean 2, deviation 5), but the network was fitted on features that went through StandardScaler of 2 (mean 1, deviation 3; mean 2, deviation 4):");
        Refused(Full, new() { TargetScaler = Scaler }, "options has TargetScaler = StandardScaler of 2");
        Refused(new DataSchema(), new() { Scaler = Scaler }, "but the network was fitted on features that went through no scaler:");

        static void Refused(DataSchema schema, WeightFileOptions options, string message) =>
            Should.Throw<ArgumentException>(() => Saved(schema, options)).Message.ShouldContain(message);
    }

    [Fact]
    public void A_schema_that_does_not_fit_is_not_saved() =>
        Should.Throw<ArgumentException>(() => Saved(new DataSchema { ClassNames = ["a", "b", "c"] })).Message.ShouldStartWith("What is to be saved has 3 class names, {a, b, c}, but the network has 2 classes.");

    [Fact]
    public void A_canary_knows_the_class_names_and_scalers_that_it_was_recorded_with()
    {
        var network = new FittedLine { Schema = Full };
        Canary canary = Canary.Record(network, [1, 2]);
        Canary.Parse(canary.ToString()).SchemaHash.ShouldBe(canary.SchemaHash.ShouldNotBeNull());
        canary.Verify(network);
        foreach (DataSchema other in (DataSchema[])[Full with { ClassNames = ["dog", "cat"] }, Full with { Scaler = new StandardScaler([1, 2], [3, 5]) }, Full with { TargetScaler = null }])
        {
            Should.Throw<CanaryException>(() => canary.Verify(new FittedLine { Schema = other })).Message.ShouldStartWith("The class names and scalers are not those that the canary was recorded with: ");
            Should.Throw<ArgumentException>(() => Saved(other, new() { Canary = canary })).Message.ShouldStartWith("The canary was recorded with other class names or scalers");
        }

        // What nobody knows contradicts nothing.
        canary.Verify(new FittedLine());
        byte[] file = Saved(Full, new() { Canary = canary });
        var loaded = new FittedLine();
        loaded.LoadWeights(new MemoryStream(file));
        WeightFile.ReadCanary(new MemoryStream(file))!.Verify(loaded);
    }

    [Fact]
    public void A_canary_goes_with_what_the_options_add()
    {
        var network = new FittedLine { Schema = new DataSchema { Scaler = Scaler } };
        byte[] file = Saved(network.Schema, new() { Canary = Canary.Record(network, [1, 2]), ClassNames = ["cat", "dog"] });
        var loaded = new FittedLine();
        loaded.LoadWeights(new MemoryStream(file));
        WeightFile.ReadCanary(new MemoryStream(file))!.Verify(loaded);
    }

    internal static byte[] Saved(DataSchema? schema, WeightFileOptions? options = null)
    {
        using var stream = new MemoryStream();
        new FittedLine { Schema = schema }.SaveWeights(stream, options);
        return stream.ToArray();
    }

    private static DataSchema? Loaded(byte[] file)
    {
        var network = new FittedLine { Schema = new DataSchema { ClassNames = ["of", "before"] } };
        network.LoadWeights(new MemoryStream(file));
        return network.Schema;
    }
}
