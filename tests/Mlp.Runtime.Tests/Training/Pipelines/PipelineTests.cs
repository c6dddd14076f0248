using System;
using System.IO;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Pipelines;

/// <summary>Scalers and a network as one: what goes in and comes out is in the user's units.</summary>
public sealed class PipelineTests
{
    private static readonly TrainerOptions Options = new() { Epochs = 60, Seed = 5 };
    private static readonly string[] Names = ["ash", "beech", "cedar"];

    [Fact]
    public void Prices_are_fitted_measured_and_predicted_in_their_units()
    {
        DatasetSplit split = PipelineSamples.Prices(400).Split(0.25, seed: 1);
        Pipeline<PriceNet> model = Pipeline.Fit(new PriceNet(seed: 1), split.Training, Options, StandardScaler.Fit, StandardScaler.FitTargets);

        RegressionReport report = model.EvaluateRegressor(split.HeldOut);
        report.R2.ShouldBeGreaterThan(0.99);
        report.MeanAbsoluteError.ShouldBeInRange(500, 20_000);

        // A flat of 100 m² on the fifth floor.
        float price = model.Predict([100f, 5f])[0];
        price.ShouldBeInRange(340_000, 382_000);
        model.Predict(split.HeldOut).Average().ShouldBe(split.HeldOut.Targets().Average(), 10_000);
        float[] outputs = new float[2];
        model.Predict([100f, 5f, 100f, 5f], outputs);
        outputs.ShouldBe([price, price]);
    }

    [Fact]
    public void Scalers_are_fitted_on_the_samples_to_learn_from_alone()
    {
        Dataset data = PipelineSamples.Prices(200);
        Dataset training = data.Subset(data.SplitRows(0.3, 5).Training);
        Pipeline<PriceNet> model = Pipeline.Fit(
            new PriceNet(seed: 1), data, Options with { Epochs = 2, ValidationFraction = 0.3 }, StandardScaler.Fit, StandardScaler.FitTargets);

        model.Scaler.ShouldBe(StandardScaler.Fit(training));
        model.TargetScaler.ShouldBe(StandardScaler.FitTargets(training));
        model.Training!.History[0].ValidationLoss.ShouldNotBeNull();
    }

    [Fact]
    public void Validation_data_is_given_as_measured()
    {
        DatasetSplit split = PipelineSamples.Prices(200).Split(0.25);
        Pipeline<PriceNet> model = Pipeline.Fit(
            new PriceNet(seed: 1), split.Training, Options with { Validation = split.HeldOut }, StandardScaler.Fit, StandardScaler.FitTargets);

        model.Training!.BestLoss.ShouldBe(model.MeanLoss(split.HeldOut), 1e-6);
        model.Training.History[^1].R2!.Value.ShouldBe(model.EvaluateRegressor(split.HeldOut).R2, 0.05);
    }

    [Fact]
    public void A_classifier_names_classes_of_samples_as_measured()
    {
        Dataset data = PipelineSamples.Kinds(300, Names);
        Pipeline<KindNet> model = Pipeline.Fit(new KindNet(seed: 1), data, Options, StandardScaler.Fit);

        model.Accuracy(data).ShouldBeGreaterThan(0.98);
        model.EvaluateClassifier(data).Confusion.ClassNames.ShouldBe(Names);
        model.ClassifyName([1_090f, 0.012f]).ShouldBe("cedar");
        model.Classify([1_050f, 0.022f]).ShouldBe(1);

        // The same numbers as they are mean nothing to the network alone, and it says so.
        Should.Throw<ArgumentException>(() => model.Network.Accuracy(data)).Message.ShouldContain("went through no scaler");
    }

    [Fact]
    public void A_file_has_all_of_it()
    {
        Dataset data = PipelineSamples.Prices(100);
        Pipeline<PriceNet> model = Pipeline.Fit(new PriceNet(seed: 1), data, Options with { Epochs = 3 }, MinMaxScaler.Fit, StandardScaler.FitTargets);
        using var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;
        Pipeline<PriceNet> loaded = Pipeline.Load(stream, new PriceNet());

        loaded.Schema.ShouldBe(model.Schema);
        loaded.Predict(data).ShouldBe(model.Predict(data));

        // The network alone knows it too.
        stream.Position = 0;
        PriceNet.Load(stream).GetSchema().ShouldBe(model.Schema);
    }

    [Fact]
    public void A_file_of_a_classifier_has_the_names()
    {
        Pipeline<KindNet> model = Pipeline.Fit(new KindNet(seed: 1), PipelineSamples.Kinds(60, Names), Options with { Epochs = 3 }, StandardScaler.Fit);
        string path = Path.GetTempFileName();
        try
        {
            model.Save(path);
            Pipeline<KindNet> loaded = Pipeline.Load(path, new KindNet());
            loaded.ClassNames.ShouldBe(Names);
            loaded.ClassifyName([1_090f, 0.012f]).ShouldBe(model.ClassifyName([1_090f, 0.012f]));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_struct_is_fitted_in_place()
    {
        Dataset data = PipelineSamples.Prices(200);
        var network = new PriceStruct(seed: 2);
        Pipeline<PriceStruct> model = Pipeline.Fit(network, data, Options with { LearningRate = 0.05 }, StandardScaler.Fit, StandardScaler.FitTargets);
        model.EvaluateRegressor(data).R2.ShouldBeGreaterThan(0.9);
        network.GetSchema().ShouldBe(model.Schema);
    }

    [Fact]
    public void Predictions_allocate_nothing()
    {
        Pipeline<PriceNet> model = Pipeline.Fit(
            new PriceNet(seed: 1), PipelineSamples.Prices(50), Options with { Epochs = 1 }, StandardScaler.Fit, StandardScaler.FitTargets);
        float[] inputs = new float[2 * 5_000];
        float[] outputs = new float[5_000];
        model.Predict(inputs, outputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        model.Predict(inputs, outputs);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_fit_that_diverges_is_no_pipeline()
    {
        Should.Throw<TrainingDivergedException>(() => Pipeline.Fit(new LineNet(seed: 1), Raw(), Options with { LearningRate = 0.1 }));
        static Dataset Raw() => Dataset.FromTargets([300f, 200, 100, 20, 10, 400], 3, [1000f, 2, 3, 2000], 2);
    }

    [Fact]
    public void A_schema_that_does_not_fit_the_network_is_refused()
    {
        var scaler = new StandardScaler([0.0, 0, 0], [1.0, 1, 1]);
        Should.Throw<ArgumentException>(() => new Pipeline<PriceNet>(new PriceNet(), new DataSchema { Scaler = scaler })).Message
            .ShouldStartWith("schema has a scaler of 3 features, but the network has 2 inputs.");
        Should.Throw<ArgumentException>(() => new Pipeline<PriceNet>(new PriceNet(), new DataSchema { TargetScaler = scaler })).Message
            .ShouldStartWith("schema has a target scaler of 3 targets, but the network has 1 outputs.");
        Should.Throw<ArgumentException>(() => new Pipeline<KindNet>(new KindNet(), new DataSchema { ClassNames = ["a", "b"] })).Message
            .ShouldStartWith("schema has 2 class names, {a, b}, but the network has 3 classes.");
    }

    [Fact]
    public void A_schema_that_is_not_the_networks_own_is_refused()
    {
        Dataset raw = PipelineSamples.Kinds(60, ["a", "b", "c"]);
        StandardScaler scaler = StandardScaler.Fit(raw);
        var network = new KindNet(seed: 1);
        Trainer.Fit(network, scaler.Transform(raw), Options);
        Should.Throw<ArgumentException>(() => new Pipeline<KindNet>(network, new DataSchema { ClassNames = ["a", "c", "b"], Scaler = scaler })).Message
            .ShouldStartWith("schema has the classes {a, c, b}, but the network was fitted on {a, b, c}:");
        Should.Throw<ArgumentException>(() => new Pipeline<KindNet>(network, new DataSchema { Scaler = MinMaxScaler.Fit(raw) })).Message
            .ShouldStartWith("schema has features through MinMaxScaler of 2 (");
        Should.Throw<ArgumentException>(() => new Pipeline<KindNet>(network, new DataSchema())).Message
            .ShouldStartWith("schema has features through no scaler, but");
        network.GetSchema().ShouldBe(new DataSchema { ClassNames = ["a", "b", "c"], Scaler = scaler });
        new Pipeline<KindNet>(network, network.GetSchema()!).Accuracy(raw).ShouldBe(network.Accuracy(scaler.Transform(raw)));
    }

    [Fact]
    public void A_network_of_samples_that_were_scaled_by_hand_takes_the_scaler()
    {
        Dataset raw = PipelineSamples.Kinds(60, ["a", "b", "c"]);
        StandardScaler scaler = StandardScaler.Fit(raw);
        Dataset byHand = Dataset.FromLabels(scaler.Transform(raw).Features(), 2, raw.Labels(), ["a", "b", "c"]);
        var network = new KindNet(seed: 1);
        Trainer.Fit(network, byHand, Options);
        double expected = network.Accuracy(byHand);
        new Pipeline<KindNet>(network, new DataSchema { Scaler = scaler }).Accuracy(raw).ShouldBe(expected);
    }

    [Fact]
    public void A_single_class_with_a_name_is_fitted_and_saved()
    {
        Dataset data = Dataset.FromLabels([1f, 2, 3, 4], 2, ["yes", "yes"]);
        Pipeline<YesNet> model = Pipeline.Fit(new YesNet(seed: 1), data, Options with { Epochs = 200 });
        model.Accuracy(data).ShouldBe(1);
        var stream = new MemoryStream();
        model.Save(stream);
        stream.Position = 0;

        // One name for two classes would be no name for one of them.
        WeightFile.ReadClassNames(stream).ShouldBeNull();
        stream.Position = 0;
        Pipeline.Load(stream, new YesNet()).Accuracy(data).ShouldBe(1);
    }
}
