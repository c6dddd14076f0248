using System;
using System.Linq;
using System.Threading;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Results;

/// <summary>An ensemble is the mean of its networks, in the units of the data.</summary>
public sealed class SearchEnsembleTests
{
    [Fact]
    public void Outputs_are_means_of_the_networks_each_with_its_scalers()
    {
        Dataset data = Samples.Lines();
        SearchResult result = Run(
            SearchSpace.Of<LineNet>().LearningRate(0.05, 0.1, 0.2).BatchSize(8), data, new() { Strategy = SearchStrategy.Grid, Epochs = 60, Folds = 3, Scaler = SearchScaler.MinMax, TargetScaler = SearchScaler.Standard });
        SearchEnsemble ensemble = result.Ensemble(3);
        float[][] outputs = [.. result.Kept.Select(trial => new Pipeline<LineNet>(result.Load<LineNet>(trial), result.Load<LineNet>(trial).GetSchema()!).Predict(data))];

        float[] predicted = ensemble.Predict(data);

        outputs[0].ShouldNotBe(outputs[1]);
        predicted.ShouldBe(Enumerable.Range(0, predicted.Length).Select(index => (outputs[0][index] + outputs[1][index] + outputs[2][index]) / 3));
        float[] one = new float[2];
        ensemble.Forward(data.Features(5), one);
        one.ShouldBe(predicted[10..12], 1e-3f);
        ensemble.EvaluateRegressor(data).R2.ShouldBe(RegressionMetrics.R2(data.Targets(), predicted, 2));
        ensemble.EvaluateRegressor(data).R2.ShouldBeGreaterThan(0.5);
        StandardScaler targets = StandardScaler.FitTargets(data);
        ensemble.EvaluateRegressor(targets.TransformTargets(data)).R2.ShouldBe(ensemble.EvaluateRegressor(data).R2, 1e-4);
        (ensemble.Count, ensemble.InputSize, ensemble.OutputSize, ensemble.ClassNames).ShouldBe((3, 3, 2, null));
    }

    [Fact]
    public void Types_mix_and_classes_are_those_of_the_mean_probability()
    {
        Dataset data = Samples.Clouds();
        SearchEnsemble ensemble = Mixed(data);

        float[] outputs = ensemble.Predict(data);
        ClassificationReport report = ensemble.EvaluateClassifier(data);

        Enumerable.Range(0, data.Count).Select(row => outputs.AsSpan(row * 3, 3).ToArray().Sum()).ShouldAllBe(sum => Math.Abs(sum - 1) < 1e-5);
        int[] classes = [.. Enumerable.Range(0, data.Count).Select(row => ensemble.Classify(data.Features(row)))];
        report.Accuracy.ShouldBe(ClassificationMetrics.Accuracy(data.Labels(), classes));
        report.Accuracy.ShouldBeGreaterThan(0.8);
        report.Confusion.ClassNames.ShouldBe(["one", "two", "three"]);
        ensemble.ClassNames.ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public void Predictions_into_memory_of_the_caller_allocate_nothing()
    {
        Dataset data = Samples.Clouds(3_000);
        SearchEnsemble ensemble = Mixed(Samples.Clouds());
        float[] features = data.Features();
        float[] outputs = new float[3_000 * 3];
        float[] one = new float[3];
        long least = long.MaxValue;

        // A collection meanwhile may take buffers from the pool.
        for (int call = 0; call < 5; call++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        least.ShouldBe(0);
        outputs.AsSpan(0, 3).ToArray().ShouldBe(one, 1e-5f);

        void Call()
        {
            ensemble.ForwardBatch(features, outputs);
            ensemble.Forward(features.AsSpan(0, 4), one);
            ensemble.Classify(features.AsSpan(0, 4));
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_words()
    {
        Dataset data = Samples.Clouds();
        SearchEnsemble ensemble = Mixed(data);

        Should.Throw<ArgumentException>(() => ensemble.Forward(new float[3], new float[3])).Message.ShouldBe("input has length 3, but must have length 4. (Parameter 'input')");
        Should.Throw<ArgumentException>(() => ensemble.ForwardBatch(new float[6], new float[3])).Message.ShouldStartWith("inputs has length 6, but must have a multiple of 4");
        Should.Throw<ArgumentException>(() => ensemble.ForwardBatch(new float[8], new float[3])).Message.ShouldBe("outputs has length 3, but must have length 6. (Parameter 'outputs')");
        float[] both = new float[8];
        Should.Throw<ArgumentException>(() => ensemble.Forward(both.AsSpan(0, 4), both.AsSpan(2, 3))).Message.ShouldBe("outputs overlaps inputs, but must be other memory. (Parameter 'outputs')");
        Should.Throw<ArgumentException>(() => ensemble.Predict(Samples.Lines())).Message.ShouldStartWith("data has 3 features, but the networks have 4 inputs.");
        Should.Throw<ArgumentException>(() => ensemble.Predict(StandardScaler.Fit(data).Transform(data))).Message.ShouldStartWith("data has features that went through StandardScaler of 4");
        Should.Throw<ArgumentException>(() => ensemble.EvaluateClassifier(Dataset.FromLabels(data.Features(), 4, data.Labels(), ["two", "one", "three"]))).Message.ShouldStartWith(
            "data has the classes two, one, three, but the networks learned one, two, three");
        Should.Throw<InvalidOperationException>(() => ensemble.EvaluateRegressor(data));
    }

    private static SearchEnsemble Mixed(Dataset data)
    {
        SearchResult result = Run(
            SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(0.02), data, new() { Strategy = SearchStrategy.Grid, Epochs = 20, Score = SearchScore.Accuracy, Scaler = SearchScaler.Standard });
        return result.Ensemble(2);
    }

    private static SearchResult Run(SearchSpace space, Dataset data, SearchOptions options) =>
        PlainSearch.Run(SearchDefinition.Of(space, data, options), data, progress: null, CancellationToken.None);
}
