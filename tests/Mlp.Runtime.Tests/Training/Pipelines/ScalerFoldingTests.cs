using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Pipelines;

/// <summary>Scalers folded into the first and the last layer: the network alone takes and gives the user's units.</summary>
public sealed class ScalerFoldingTests
{
    private static readonly TrainerOptions Options = new() { Epochs = 30, Seed = 5 };

    [Fact]
    public void A_folded_network_predicts_as_the_pipeline_does()
    {
        Dataset data = PipelineSamples.Prices(300);
        Pipeline<PriceNet> model = Pipeline.Fit(new PriceNet(seed: 1), data, Options, StandardScaler.Fit, MinMaxScaler.FitTargets);
        float[] expected = model.Predict(data);
        PriceNet folded = model.Fold();

        float[] outputs = folded.Predict(data);
        for (int row = 0; row < outputs.Length; row++)
        {
            // Some 2⁻²⁴ of what is added up, here up to 1,000,000, and the mean of an area is 1.9 deviations.
            outputs[row].ShouldBe(expected[row], 2);
        }

        folded.EvaluateRegressor(data).R2.ShouldBe(model.EvaluateRegressor(data).R2, 1e-5);
        folded.GetSchema().ShouldBe(new DataSchema());

        // The pipeline's own network is as it was.
        model.Predict(data).ShouldBe(expected);
    }

    [Fact]
    public void One_layer_takes_both_scalers()
    {
        var random = new Random(2);
        float[] features = [.. Enumerable.Range(0, 90).Select(_ => 50 + (10 * random.NextSingle()))];
        float[] targets = [.. Enumerable.Range(0, 60).Select(_ => 1e6f * random.NextSingle())];
        Dataset data = Dataset.FromTargets(features, 3, targets, 2);
        Pipeline<LineNet> model = Pipeline.Fit(new LineNet(seed: 1), data, Options, MinMaxScaler.Fit, StandardScaler.FitTargets);
        float[] expected = model.Predict(data);
        float[] outputs = model.Fold().Predict(data);
        for (int index = 0; index < outputs.Length; index++)
        {
            outputs[index].ShouldBe(expected[index], 4);
        }
    }

    [Fact]
    public void A_network_folds_the_scalers_that_it_was_fitted_with()
    {
        Dataset data = PipelineSamples.Kinds(120, ["a", "b", "c"]);
        StandardScaler scaler = StandardScaler.Fit(data);
        var network = new KindNet(seed: 3);
        Trainer.Fit(network, scaler.Transform(data), Options);
        double before = network.Accuracy(scaler.Transform(data));
        network.FoldScalers();
        network.Accuracy(data).ShouldBe(before, 0.01);
        network.GetSchema()!.ClassNames.ShouldBe(["a", "b", "c"]);

        // Folded once, there is nothing to fold.
        float[] parameters = new float[KindNet.ParameterCount];
        network.CopyParametersTo(parameters);
        network.FoldScalers();
        float[] again = new float[KindNet.ParameterCount];
        network.CopyParametersTo(again);
        again.ShouldBe(parameters);
    }

    [Fact]
    public void What_cannot_be_folded_leaves_the_network_as_it_was()
    {
        var target = new StandardScaler([0.0], [2.0]);
        Refused(new YesNet(seed: 1), null, target).ShouldStartWith("The output is Sigmoid, and a target scaler can be folded into an Identity output alone");
        Refused(new PriceNet(seed: 1), new StandardScaler([0.0, 2e6], [1.0, 10]), null).ShouldStartWith(
            "Feature 1 (counted from 0) is 2E+05 of its units away from 0, and without a scaler a float has too few digits for its differences");
        Refused(new PriceNet(seed: 1), new StandardScaler([0.0, 0], [1e-40, 1]), null).ShouldStartWith("A parameter would not be finite");
        Should.Throw<InvalidOperationException>(() => new PriceNet().FoldScalers()).Message.ShouldStartWith("This PriceNet does not know its scalers");
        Should.Throw<ArgumentException>(() => new PriceNet().FoldScalers(target)).Message.ShouldStartWith("The call has a scaler of 1 features, but the network has 2 inputs.");

        static string Refused<TNetwork>(TNetwork network, FeatureScaler? scaler, FeatureScaler? targetScaler)
            where TNetwork : INetwork<TNetwork>
        {
            float[] before = new float[TNetwork.ParameterCount];
            network.CopyParametersTo(before);
            string message = Should.Throw<InvalidOperationException>(() => network.FoldScalers(scaler, targetScaler)).Message;
            float[] after = new float[TNetwork.ParameterCount];
            network.CopyParametersTo(after);
            after.ShouldBe(before);
            return message;
        }
    }

    [Fact]
    public void What_is_not_folded_still_stands_outside()
    {
        Dataset raw = PipelineSamples.Prices(100);
        (StandardScaler scaler, StandardScaler targetScaler) = (StandardScaler.Fit(raw), StandardScaler.FitTargets(raw));
        Dataset scaled = targetScaler.TransformTargets(scaler.Transform(raw));
        var network = new PriceNet(seed: 1);
        Trainer.Fit(network, scaled, Options);
        double expected = network.EvaluateRegressor(scaled).R2;

        PriceNet features = network.Clone();
        features.FoldScalers(scaler);
        features.GetSchema().ShouldBe(new DataSchema { TargetScaler = targetScaler });
        Should.Throw<ArgumentException>(() => features.EvaluateRegressor(raw)).Message.ShouldStartWith("data has targets that went through no scaler");
        features.EvaluateRegressor(targetScaler.TransformTargets(raw)).R2.ShouldBe(expected, 1e-4);

        network.FoldScalers(null, targetScaler);
        network.GetSchema().ShouldBe(new DataSchema { Scaler = scaler });
        network.EvaluateRegressor(scaler.Transform(raw)).R2.ShouldBe(expected, 1e-4);
    }

    [Fact]
    public void Another_scaler_than_the_networks_is_not_folded()
    {
        Dataset raw = PipelineSamples.Prices(100);
        (StandardScaler scaler, StandardScaler targetScaler) = (StandardScaler.Fit(raw), StandardScaler.FitTargets(raw));
        var network = new PriceNet(seed: 1);
        Trainer.Fit(network, targetScaler.TransformTargets(scaler.Transform(raw)), Options);
        float[] before = new float[PriceNet.ParameterCount];
        network.CopyParametersTo(before);

        Should.Throw<ArgumentException>(() => network.FoldScalers(MinMaxScaler.Fit(raw), targetScaler)).Message
            .ShouldStartWith("scaler is MinMaxScaler of 2 (");
        Should.Throw<ArgumentException>(() => network.FoldScalers(scaler, MinMaxScaler.FitTargets(raw))).Message
            .ShouldStartWith("targetScaler is MinMaxScaler of 1 (");
        float[] after = new float[PriceNet.ParameterCount];
        network.CopyParametersTo(after);
        after.ShouldBe(before);
    }

    [Fact]
    public void A_scaler_that_was_used_by_hand_is_folded()
    {
        Dataset raw = PipelineSamples.Prices(100);
        StandardScaler scaler = StandardScaler.Fit(raw);
        Dataset byHand = Dataset.FromTargets(scaler.Transform(raw).Features(), 2, StandardScaler.FitTargets(raw).TransformTargets(raw).Targets());
        var network = new PriceNet(seed: 1);
        Trainer.Fit(network, byHand, Options);
        float[] expected = network.Predict(byHand);
        network.FoldScalers(scaler);
        float[] outputs = network.Predict(raw);
        for (int row = 0; row < outputs.Length; row++)
        {
            outputs[row].ShouldBe(expected[row], 1e-4f);
        }
    }
}
