using System.IO;
using Mlp.Runtime.Tests.Serialization;
using Mlp.Serving;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>A network of other class names or scalers takes nobody's place unless that is allowed, and both sides are said.</summary>
public sealed class OtherMeaningTests
{
    private static readonly DataSchema First = new() { ClassNames = ["cat", "dog"], Scaler = new StandardScaler([1, 2], [3, 4]) };
    private static readonly DataSchema Renamed = First with { ClassNames = ["dog", "cat"] };
    private static readonly DataSchema Rescaled = First with { Scaler = new StandardScaler([1, 2], [3, 5]) };

    [Fact]
    public void Other_class_names_are_not_taken_into_service()
    {
        ExchangeReport report = Exchange(First, Renamed);
        report.Outcome.ShouldBe(ExchangeOutcome.OtherMeaning);
        report.Version.ShouldBe(1);
        report.Exception!.Message.ShouldStartWith("The file's network has class names {dog, cat}, but the one in service {cat, dog}. ");
        Exchange(First, Renamed, names: true).Outcome.ShouldBe(ExchangeOutcome.Exchanged);
        Exchange(First, First with { ClassNames = null }).Outcome.ShouldBe(ExchangeOutcome.OtherMeaning);
        Exchange(First, null, scalers: true).Outcome.ShouldBe(ExchangeOutcome.OtherMeaning);
    }

    [Fact]
    public void Other_scalers_are_not_taken_into_service()
    {
        ExchangeReport report = Exchange(First, Rescaled, names: true);
        report.Outcome.ShouldBe(ExchangeOutcome.OtherMeaning);
        report.Exception!.Message.ShouldStartWith("The file's network has inputs that go through StandardScaler of 2 (mean 1, deviation 3; mean 2, deviation 5), but the one in service StandardScaler of 2 (mean 1, deviation 3; mean 2, deviation 4). ");
        Exchange(First, Rescaled, scalers: true).Outcome.ShouldBe(ExchangeOutcome.Exchanged);
        Exchange(null, First with { ClassNames = null }).Exception!.Message.ShouldContain("but the one in service no scaler");
        Exchange(First, First with { TargetScaler = new StandardScaler([1, 2], [3, 4]) }).Exception!.Message.ShouldStartWith("The file's network has targets that went through StandardScaler");
    }

    [Fact]
    public void The_same_meaning_is_taken() => Exchange(First, First, seed: 2).Outcome.ShouldBe(ExchangeOutcome.Exchanged);

    private static ExchangeReport Exchange(DataSchema? inService, DataSchema? next, bool names = false, bool scalers = false, int seed = 1)
    {
        using var directory = new ModelDirectory();
        directory.Replace(File(inService, 1));
        var file = new ModelFile<FittedLine>(directory.Path, Load) { AllowOtherClassNames = names, AllowOtherScalers = scalers, ReadCanary = WeightFile.ReadCanary };
        ModelHolder<FittedLine> holder = file.Open();
        using var watcher = new ModelWatcher<FittedLine>(holder, file, ModelDirectory.Options(events: false), directory.Log);
        directory.Log.Next(ExchangeOutcome.Unchanged);
        directory.Replace(File(next, seed));
        return directory.Log.Next();
    }

    private static byte[] File(DataSchema? schema, float factor)
    {
        var network = new FittedLine { Schema = schema };
        network.SetParameters([factor, 0, 0, 1, 0, 0]);
        using var stream = new MemoryStream();
        network.SaveWeights(stream, new WeightFileOptions { Canary = Canary.Record(network, [1, 2]) });
        return stream.ToArray();
    }

    private static FittedLine Load(Stream stream)
    {
        var network = new FittedLine();
        network.LoadWeights(stream);
        return network;
    }
}
