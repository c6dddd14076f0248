using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Metrics;

/// <summary>Any network is measured on a dataset, whole or in chunks, in place or through a view.</summary>
public sealed class EvaluationTests
{
    private static readonly string[] Names = ["a", "b", "c"];

    /// <summary>Predicted 0, 1, 2, 1; actual 0, 1, 1, 2.</summary>
    private static readonly Dataset Four = Dataset.FromLabels([0, 9, 1, 9, 2, 9, 1, 9], 2, [0, 1, 1, 2], Names);

    [Fact]
    public void Predictions_in_the_order_of_the_samples()
    {
        var network = new LinearClassifier();
        network.Predict(Four.Subset([2, 0])).ShouldBe([0.2f, 0.2f, 0.6f, 0.6f, 0.2f, 0.2f]);
        network.Classify(Four).ShouldBe([0, 1, 2, 1]);
        network.Classify(Four.Subset([3, 2])).ShouldBe([1, 2]);
    }

    /// <summary>Half right; −(2 ln 0.6 + 2 ln 0.2)/4.</summary>
    [Fact]
    public void Accuracy_and_log_loss()
    {
        var network = new LinearClassifier();
        network.Accuracy(Four).ShouldBe(0.5);
        network.LogLoss(Four).ShouldBe(-(Math.Log(0.6) + Math.Log(0.2)) / 2, 1e-7);
        network.Accuracy(Four.Subset([0, 1])).ShouldBe(1);
    }

    /// <summary>Row 3 of class 0, whose outputs are NaN: the class that they would mean is the actual one.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(20_000)]
    public void Outputs_that_are_no_numbers_are_of_no_class(int count)
    {
        float[] features = new float[2 * count];
        features[7] = -1;
        Dataset data = Dataset.FromLabels(features, 2, new int[count], Names);
        var network = new LinearClassifier();
        network.Classify(data)[2].ShouldBe(0);
        network.Accuracy(data).ShouldBe(double.NaN);
        network.LogLoss(data).ShouldBe(double.NaN);
        network.MeanLoss(data).ShouldBe(double.NaN);
        network.EvaluateRegressor(data).ShouldBe(new RegressionReport(count, double.NaN, double.NaN, double.NaN));
        new ValidationMeasure<LinearClassifier>(data).Metrics(network).ShouldBe((double.NaN, null));
        new ValidationMeasure<LinearClassifier>(data.OneHot()).Metrics(network).ShouldBe((null, double.NaN));
        Should.Throw<InvalidOperationException>(() => network.EvaluateClassifier(data)).Message.ShouldStartWith(
            "The network's output for row 3 of data (counted from 0) is NaN, which is no class");
        network.Accuracy(data.Subset(..3)).ShouldBe(1);
    }

    [Fact]
    public void The_report_of_a_classifier()
    {
        ClassificationReport report = new LinearClassifier().EvaluateClassifier(Four);
        report.Accuracy.ShouldBe(0.5);
        report.Confusion.ClassNames.ShouldBe(Names);
        report.Confusion[1, 2].ShouldBe(1);
        report.Confusion[2, 1].ShouldBe(1);
    }

    /// <summary>Right: 0.4² + 0.2² + 0.2² = 0.24. Wrong: 0.6² + 0.8² + 0.2² = 1.04. Half and half: 0.64; one-hot targets give the same.</summary>
    [Fact]
    public void The_mean_loss_over_labels_and_over_targets()
    {
        var network = new LinearClassifier();
        network.MeanLoss(Four).ShouldBe(0.64, 1e-6);
        network.MeanLoss(Four.OneHot()).ShouldBe(0.64, 1e-6);
        network.MeanLoss(Four.Subset([0])).ShouldBe(0.24, 1e-6);
    }

    /// <summary>Errors of the four samples: (0.4 + 0.2 + 0.2)/3 or (0.6 + 0.8 + 0.2)/3.</summary>
    [Fact]
    public void The_report_of_a_regressor()
    {
        RegressionReport report = new LinearClassifier().EvaluateRegressor(Four.OneHot());
        report.Count.ShouldBe(4);
        report.MeanAbsoluteError.ShouldBe(0.4, 1e-7);
        new LinearClassifier().EvaluateRegressor(Four.OneHot().Shuffled(3)).MeanAbsoluteError.ShouldBe(0.4, 1e-7);
    }

    /// <summary>Labels are encoded and measured a chunk at a time, with what one-hot targets at once give.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(12_000)]
    public void The_report_of_a_regressor_over_labels_is_that_over_their_targets(int count)
    {
        Dataset data = Dataset.FromLabels(
            (float[])[.. Enumerable.Range(0, count).SelectMany(row => new float[] { row % 3, row })], 2, (int[])[.. Enumerable.Range(0, count).Select(row => row % 5 / 2)], Names).Shuffled(3);
        RegressionReport expected = new LinearClassifier().EvaluateRegressor(data.OneHot());
        RegressionReport report = new LinearClassifier().EvaluateRegressor(data);
        report.Count.ShouldBe(count);
        report.MeanAbsoluteError.ShouldBe(expected.MeanAbsoluteError, 1e-12);
        report.RootMeanSquaredError.ShouldBe(expected.RootMeanSquaredError, 1e-12);
        report.R2.ShouldBe(expected.R2, 1e-9);
        new LinearClassifier().EvaluateRegressor(data.Subset(..1)).R2.ShouldBe(double.NaN);
    }

    [Fact]
    public void One_sigmoid_has_two_classes()
    {
        LogisticUnit network = default;
        Dataset data = Dataset.FromLabels([0.25f, 0.5f, 0.75f, float.BitDecrement(0.5f)], 1, [0, 1, 0, 1], ["no", "yes"]);
        network.Classify(data).ShouldBe([0, 1, 1, 0]);
        network.Accuracy(data).ShouldBe(0.5);
        network.LogLoss(data.Subset([0, 1])).ShouldBe(-(Math.Log(0.75) + Math.Log(0.5)) / 2, 1e-7);
        network.MeanLoss(data).ShouldBe((0.25 + 0.5 + 0.75 + 0.5) / 4, 1e-7);
    }

    /// <summary>16,384 values a chunk, three a sample: 5,461 rows.</summary>
    [Fact]
    public void Much_data_is_read_in_chunks_and_gives_the_same()
    {
        const int Count = 12_000;
        Dataset data = Dataset.FromLabels(
            (float[])[.. Enumerable.Range(0, Count).SelectMany(row => new float[] { row % 3, row })], 2, (int[])[.. Enumerable.Range(0, Count).Select(row => row % 3 == 2 ? 0 : row % 3)], Names);
        foreach (Dataset samples in (Dataset[])[data, data.Shuffled(4)])
        {
            var network = new LinearClassifier();
            network.Classify(samples).ShouldBe(Enumerable.Range(0, Count).Select(row => (int)samples.Features(row)[0]));
            network.Batches.ShouldBe([5461, 5461, 1078]);
            network.Accuracy(samples).ShouldBe(2.0 / 3);
            network.MeanLoss(samples).ShouldBe(((2 * 0.24) + 1.04) / 3, 1e-5);
        }
    }

    /// <summary>A buffer for features and one for outputs, of 64 KB each: as much for ten chunks as for two.</summary>
    [Fact]
    public void A_chunk_allocates_nothing()
    {
        var network = new LinearClassifier();
        Of(60_000).ShouldBe(Of(12_000));

        long Of(int count)
        {
            Dataset data = Dataset.FromLabels(new float[count * 2], 2, new int[count], Names).Shuffled(1);
            int[] classes = new int[count];
            float[] outputs = new float[count * 3];
            return Allocations.Of(() =>
            {
                network.Batches.Clear();
                network.Classify(data, classes);
                network.Predict(data, outputs);
            });
        }
    }

    [Fact]
    public void Data_that_does_not_fit_is_refused()
    {
        var network = new LinearClassifier();
        Should.Throw<ArgumentNullException>(() => network.Predict(null!));
        Should.Throw<ArgumentException>(() => network.Predict(Dataset.FromTargets([1], 1, [1]))).Message
            .ShouldStartWith("data has 1 features, but the network has 2 inputs: declare the network with as many inputs.");
        Should.Throw<ArgumentException>(() => network.Predict(Four, new float[3])).ParamName.ShouldBe("outputs");
        Should.Throw<ArgumentException>(() => network.Classify(Four, new int[3])).ParamName.ShouldBe("classes");
        Should.Throw<ArgumentException>(() => network.Accuracy(Dataset.FromLabels([1, 2], 2, [1]))).Message
            .ShouldStartWith("data has 2 classes (labels 0 to 1, but no sample has label 0: use Dataset.FromDistinctLabels to map labels to classes), but the network has 3 outputs: declare the network with an output for each class, or pass classNames when you create the dataset.");
        Should.Throw<InvalidOperationException>(() => network.EvaluateClassifier(Four.OneHot()));
        Should.Throw<ArgumentException>(() => network.MeanLoss(Dataset.FromTargets([1, 2], 2, [1]))).Message
            .ShouldStartWith("data has 1 targets a sample, but the network has 3 outputs: declare the network with as many outputs.");
    }
}
