using System;
using System.Linq;
using Mlp.Runtime.Tests.Training.Pipelines;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Schema;

/// <summary>Class names and scalers are compared wherever data and networks meet, and the message shows both sides.</summary>
public sealed class SchemaTests
{
    private static readonly TrainerOptions Options = new() { Epochs = 3 };
    private static readonly string[] Names = ["setosa", "versicolor", "virginica"];
    private static readonly string[] Others = ["setosa", "versicolor", "Virginica"];

    [Fact]
    public void Validation_data_of_other_classes_is_refused()
    {
        Dataset training = PipelineSamples.Kinds(30, Names);
        foreach (string[] names in (string[][])[Others, ["versicolor", "setosa", "virginica"]])
        {
            string message = Should.Throw<ArgumentException>(
                () => Trainer.Fit(new KindNet(), training, Options with { Validation = PipelineSamples.Kinds(9, names) })).Message;
            message.ShouldContain("{" + string.Join(", ", Names) + "}");
            message.ShouldContain("{" + string.Join(", ", names) + "}");
        }

        // Numbers alone contradict no names.
        Trainer.Fit(new KindNet(), training, Options with { Validation = PipelineSamples.Kinds(9, null) }).BestEpoch.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Numbers_that_are_names_of_other_classes_are_refused()
    {
        float[] features = PipelineSamples.Kinds(30, null).Features();
        int[] fromOne = [.. Enumerable.Range(0, 30).Select(row => 1 + (row % 3))];
        Dataset training = Dataset.FromDistinctLabels(features, 2, fromOne);

        // Labels 1 and 2 alone are two of three classes counted from 0, by their number.
        Dataset second = Dataset.FromLabels(features, 2, [.. fromOne.Select(label => Math.Min(label, 2))]);
        var network = new KindNet();
        Trainer.Fit(network, training, Options);
        Should.Throw<ArgumentException>(() => network.Accuracy(second)).Message
            .ShouldStartWith("data has label 1 and no class names, but the network was fitted on the classes {1, 2, 3}, where label 1 is class \"2\":");
        Should.Throw<ArgumentException>(() => Trainer.Fit(new KindNet(), training, Options with { Validation = second })).Message
            .ShouldStartWith("Validation has label 1 and no class names, but the training data has the classes {1, 2, 3}");

        // Labels that can only be counted from 0, and both ways to say what is meant.
        network.Accuracy(Dataset.FromLabels(features, 2, [.. fromOne.Select(label => label - 1)])).ShouldBe(network.Accuracy(training));
        network.Accuracy(Dataset.FromDistinctLabels(features, 2, [.. second.Labels()], training.ClassNames)).ShouldBeInRange(0, 1);
        network.Accuracy(Dataset.FromLabels(features, 2, second.Labels(), training.ClassNames)).ShouldBeInRange(0, 1);

        var two = new YesNet();
        Trainer.Fit(two, Dataset.FromDistinctLabels(features, 2, [.. fromOne.Select(label => label == 1 ? 1 : -1)]), Options);
        two.Accuracy(Dataset.FromLabels(features, 2, [.. fromOne.Select(_ => 1)])).ShouldBeInRange(0, 1);
    }

    [Fact]
    public void A_fit_that_learned_nothing_leaves_the_schema_as_it_was()
    {
        Dataset raw = PipelineSamples.Prices(60);
        Dataset scaled = StandardScaler.FitTargets(raw).TransformTargets(StandardScaler.Fit(raw).Transform(raw));
        var network = new PriceStruct(seed: 1);
        TrainingResult diverged = Trainer.Fit(network, raw, Options with { LearningRate = 1e30 });
        diverged.StopReason.ShouldBe(StopReason.Diverged);
        diverged.BestEpoch.ShouldBe(0);
        network.GetSchema().ShouldBeNull();

        // As the divergence advises.
        Trainer.Fit(network, scaled, Options).BestEpoch.ShouldBeGreaterThan(0);
        network.GetSchema().ShouldBe(scaled.Schema);

        var other = new PriceNet(seed: 1);
        Trainer.Fit(other, raw, Options, cancellationToken: new System.Threading.CancellationToken(true));
        other.GetSchema().ShouldBeNull();
        Trainer.Fit(other, scaled, Options).BestEpoch.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_classifier_is_not_measured_on_other_classes()
    {
        var network = new KindNet();
        Trainer.Fit(network, PipelineSamples.Kinds(30, Names), Options);
        Dataset other = PipelineSamples.Kinds(9, Others);
        Refuses(() => network.Accuracy(other));
        Refuses(() => network.LogLoss(other));
        Refuses(() => network.EvaluateClassifier(other));
        Refuses(() => network.MeanLoss(other));
        Refuses(() => Trainer.Fit(network, other, Options));
        Refuses(() => Trainer.Fit(network, other.OneHot(), Options));
        network.Predict(other).Length.ShouldBe(27);

        static void Refuses(Action action) => Should.Throw<ArgumentException>(action).Message.ShouldContain("the network was fitted on {setosa, versicolor, virginica}");
    }

    [Fact]
    public void Raw_features_are_refused_by_a_network_that_was_fitted_on_scaled_ones()
    {
        Dataset data = PipelineSamples.Kinds(30, Names);
        StandardScaler scaler = StandardScaler.Fit(data);
        var network = new KindNet();
        Trainer.Fit(network, scaler.Transform(data), Options);
        Refuses(() => network.Predict(data));
        Refuses(() => network.Classify(data));
        Refuses(() => network.Accuracy(data));
        Refuses(() => network.MeanLoss(data));
        Refuses(() => network.Accuracy(MinMaxScaler.Fit(data).Transform(data)));
        Refuses(() => network.Accuracy(StandardScaler.Fit(data.Subset(..20)).Transform(data)));
        Refuses(() => Trainer.Fit(network, data, Options));
        network.Accuracy(new StandardScaler(scaler.Mean, scaler.StandardDeviation).Transform(data)).ShouldBeInRange(0, 1);

        // Who scaled by hand says so.
        float[] scaled = new float[60];
        scaler.Transform(data.Features(), scaled);
        Dataset byHand = Dataset.FromLabels(scaled, 2, data.Labels(), Names);
        Refuses(() => network.Accuracy(byHand));
        network.Accuracy(byHand.AsScaledBy(scaler)).ShouldBe(network.Accuracy(scaler.Transform(data)));

        // And a network that begins anew has forgotten.
        network.Initialize(2);
        Trainer.Fit(network, data, Options);
        Refuses(() => network.Accuracy(scaler.Transform(data)));

        static void Refuses(Action action) => Should.Throw<ArgumentException>(action).Message.ShouldContain("the network was fitted on features that went through");
    }

    [Fact]
    public void Targets_are_measured_in_the_units_they_had_or_not_at_all()
    {
        Dataset data = PipelineSamples.Prices(100);
        StandardScaler scaler = StandardScaler.Fit(data);
        StandardScaler targets = StandardScaler.FitTargets(data);
        Dataset scaled = targets.TransformTargets(scaler.Transform(data));
        var network = new PriceNet();
        Trainer.Fit(network, scaled, Options with { Epochs = 40 });
        network.EvaluateRegressor(scaled).MeanAbsoluteError.ShouldBeInRange(1_000, 60_000);
        Should.Throw<ArgumentException>(() => network.EvaluateRegressor(scaler.Transform(data))).Message
            .ShouldContain("data has targets that went through no scaler, but the network was fitted on targets that went through StandardScaler of 1");
        Should.Throw<ArgumentException>(() => Trainer.Fit(new PriceNet(), scaled, Options with { Validation = scaler.Transform(data) })).Message
            .ShouldContain("but the training data has targets that went through StandardScaler");
    }

    [Fact]
    public void Data_is_not_scaled_twice_and_comes_back_by_its_own_scaler()
    {
        Dataset data = PipelineSamples.Prices(20);
        StandardScaler scaler = StandardScaler.Fit(data);
        StandardScaler targets = StandardScaler.FitTargets(data);
        Dataset scaled = targets.TransformTargets(scaler.Transform(data));
        scaled.Scaler.ShouldBe(scaler);
        scaled.Subset(..5).Shuffled(1).Compact().TargetScaler.ShouldBe(targets);
        Should.Throw<ArgumentException>(() => scaler.Transform(scaled)).Message.ShouldContain("would scale them once more");
        Should.Throw<ArgumentException>(() => targets.TransformTargets(scaled)).Message.ShouldContain("would scale them once more");
        Should.Throw<ArgumentException>(() => MinMaxScaler.Fit(data).InverseTransform(scaled)).Message.ShouldContain("with the scaler that transformed them");
        Dataset back = targets.InverseTransformTargets(scaler.InverseTransform(scaled));
        back.Schema.ShouldBe(new DataSchema());
        for (int row = 0; row < 20; row++)
        {
            back.Targets(row)[0].ShouldBe(data.Targets(row)[0], 0.1);
            back.Features(row)[0].ShouldBe(data.Features(row)[0], 1e-4);
        }
    }

    [Fact]
    public void One_class_and_one_output_have_one_rule()
    {
        // All samples are of the first of two classes.
        Dataset data = Dataset.FromLabels([1f, 2, 3, 4], 2, [0, 0]);
        var network = new YesNet();
        Trainer.Fit(network, data, Options with { LearningRate = 0.5, Epochs = 50 });
        network.Accuracy(data).ShouldBe(1);
        network.LogLoss(data).ShouldBeLessThan(0.7);
        network.EvaluateClassifier(data).Confusion.ClassNames.ShouldBe(["0", "1"]);
        Dataset three = Dataset.FromLabels([1f, 2, 3, 4], 2, [0, 2]);
        string fit = Should.Throw<ArgumentException>(() => Trainer.Fit(network, three, Options)).Message;
        Should.Throw<ArgumentException>(() => network.Accuracy(three)).Message.ShouldBe(fit);
        Should.Throw<ArgumentException>(() => network.EvaluateClassifier(three)).Message.ShouldBe(fit);
        Should.Throw<ArgumentException>(() => network.MeanLoss(three)).Message.ShouldBe(fit);
    }

    [Fact]
    public void A_network_remembers_and_its_copies_too()
    {
        var network = new KindNet();
        network.GetSchema().ShouldBeNull();
        Trainer.Fit(network, PipelineSamples.Kinds(30, Names), Options);
        network.GetSchema()!.ClassNames.ShouldBe(Names);
        KindNet clone = network.Clone();
        network.Initialize(1);
        network.GetSchema().ShouldBeNull();
        clone.GetSchema()!.ClassNames.ShouldBe(Names);
        clone.SetSchema(null);
        clone.GetSchema().ShouldBeNull();
        Should.Throw<ArgumentException>(() => clone.SetSchema(new DataSchema { ClassNames = ["one"] }));
    }

    [Fact]
    public void Schemas_and_scalers_are_equal_by_value_and_say_what_they_are()
    {
        var scaler = new StandardScaler([1.0, 2], [3.0, 4]);
        new StandardScaler([1.0, 2], [3.0, 4]).ShouldBe(scaler);
        new StandardScaler([1.0, 2], [3.0, 5]).ShouldNotBe(scaler);
        new MinMaxScaler([1.0, 2], [3.0, 4]).ShouldNotBe<FeatureScaler>(scaler);
        scaler.GetHashCode().ShouldBe(new StandardScaler([1.0, 2], [3.0, 4]).GetHashCode());
        scaler.ToString().ShouldBe("StandardScaler of 2 (mean 1, deviation 3; mean 2, deviation 4)");
        new MinMaxScaler([0.0], [5.0], -1).ToString().ShouldBe("MinMaxScaler of 1 (0 to 5 becomes -1 to 1)");
        new DataSchema { ClassNames = ["a"], Scaler = scaler }.ShouldBe(new DataSchema { ClassNames = ["a"], Scaler = new StandardScaler([1.0, 2], [3.0, 4]) });
        new DataSchema { ClassNames = ["a"] }.ShouldNotBe(new DataSchema { ClassNames = ["A"] });
        new DataSchema { ClassNames = [.. System.Linq.Enumerable.Range(0, 14).Select(_ => "n")] }.ToString().ShouldContain("… 14 in all}");
    }
}
