using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Weights of samples and classes: which sample gets which, and what they do to steps and losses.</summary>
public sealed class WeightTests
{
    private static readonly TrainerOptions OneBatch = new() { Epochs = 1, BatchSize = 100, Schedule = 0.001, Shuffle = false };

    /// <summary>
    /// Weights 1, 2 and 5 become ⅜, ¾ and 15⁄8. With the parameters at zero the errors are −y: the gradient of a bias is
    /// −(1/3) Σ wᵢ yᵢ, that of a weight −(1/3) Σ wᵢ yᵢ xᵢ, the loss (1/3) Σ wᵢ ½ |yᵢ|².
    /// </summary>
    [Theory]
    [InlineData(null)]
    [InlineData(1e9)]
    public void A_step_goes_along_the_weighted_mean_of_gradients(double? clipNorm)
    {
        LinearNetwork network = Zero();
        Dataset data = Dataset.FromTargets([1, 2, 3, 5, 7, 11], 2, [4, 8, 16, 0, 0, 32], 2);
        TrainingResult result = Trainer.Fit(network, data, OneBatch with { SampleWeights = [1, 2, 5], ClipNorm = clipNorm });
        double[] negativeGradient =
        [
            ((4 * 1 * 0.375) + (16 * 3 * 0.75)) / 3, ((4 * 2 * 0.375) + (16 * 5 * 0.75)) / 3,
            ((8 * 1 * 0.375) + (32 * 7 * 1.875)) / 3, ((8 * 2 * 0.375) + (32 * 11 * 1.875)) / 3,
            ((4 * 0.375) + (16 * 0.75)) / 3, ((8 * 0.375) + (32 * 1.875)) / 3,
        ];
        for (int index = 0; index < 6; index++)
        {
            ((double)network.Parameters[index]).ShouldBe(0.001 * negativeGradient[index], 1e-8 * negativeGradient[index]);
        }

        result.History[0].TrainingLoss.ShouldBe(((0.375 * (16 + 64)) + (0.75 * 256) + (1.875 * 1024)) / 6, 1e-3);
    }

    [Fact]
    public void Only_ratios_matter_and_equal_weights_change_nothing_but_rounding()
    {
        Dataset data = FitSamples.Classes(30);
        float[] weights = [.. Enumerable.Range(1, 30).Select(row => (float)row)];
        float[] weighted = Trained(data, new() { SampleWeights = weights });
        Trained(data, new() { SampleWeights = [.. weights.Select(weight => weight * 1024)] }).ShouldBe(weighted);
        float[] plain = Trained(data, new());
        Distance(weighted, plain).ShouldBeGreaterThan(1e-3);
        Distance(Trained(data, new() { SampleWeights = [.. Enumerable.Repeat(7f, 30)] }), plain).ShouldBeLessThan(1e-5);
    }

    [Fact]
    public void Class_weights_are_weights_of_the_samples_of_a_class_and_both_multiply()
    {
        Dataset data = FitSamples.Classes(30);
        int[] labels = [.. Enumerable.Range(0, 30).Select(data.Label)];
        float[] byClass = Trained(data, new() { ClassWeights = new(1, 4) });
        Trained(data, new() { SampleWeights = [.. labels.Select(label => label == 1 ? 4f : 1)] }).ShouldBe(byClass);

        float[] both = Trained(data, new() { ClassWeights = new(1, 4), SampleWeights = [.. Enumerable.Range(1, 30).Select(row => (float)row)] });
        Trained(data, new() { SampleWeights = [.. labels.Select((label, row) => (row + 1f) * (label == 1 ? 4 : 1))] }).ShouldBe(both);
    }

    /// <summary>One of class 0 and three of class 1, weights 4/(2·1) and 4/(2·3).</summary>
    [Fact]
    public void Class_weights_say_what_they_were_given()
    {
        new ClassWeights(1, 5).Weights.ShouldBe([1, 5]);
        ClassWeights.Balanced.Weights.ShouldBeNull();
    }

    [Fact]
    public void Balanced_classes_count_alike()
    {
        Dataset data = Dataset.FromLabels([1, 2, 3, 4, 5, 6, 7, 8], 2, [1, 0, 1, 1], ["first", "second"]);
        LinearNetwork network = Noting();
        Trainer.Fit(network, data, OneBatch with { ClassWeights = ClassWeights.Balanced });
        network.SeenWeights!.Distinct().Order().ShouldBe([(1, 2 / 3f), (3, 2), (5, 2 / 3f), (7, 2 / 3f)]);
    }

    [Fact]
    public void A_class_without_samples_takes_nothing_from_the_others()
    {
        LinearNetwork network = Noting();
        Trainer.Fit(network, Dataset.FromLabels([1, 2, 3, 4], 2, [1, 1], ["first", "second"]), OneBatch with { ClassWeights = ClassWeights.Balanced });
        network.SeenWeights!.Distinct().Order().ShouldBe([(1, 1), (3, 1)]);
    }

    /// <summary>Row r of the data has the feature r and a weight that is proportional to (r + 1)².</summary>
    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(true, 0.25)]
    [InlineData(false, 0.25)]
    public void Weights_follow_their_rows(bool shuffle, double? validationFraction)
    {
        Dataset whole = Dataset.FromLabels(
            (float[])[.. Enumerable.Range(0, 40).SelectMany(row => (float[])[row, 1])], 2, (int[])[.. Enumerable.Range(0, 40).Select(row => row % 2)], ["first", "second"]);
        foreach (Dataset data in (Dataset[])[whole, whole.Shuffled(3).Subset(..30)])
        {
            LinearNetwork network = Noting();
            float[] weights = [.. Enumerable.Range(0, data.Count).Select(row => Square(data.Features(row)[0]))];
            Trainer.Fit(network, data, new()
            {
                Epochs = 2,
                BatchSize = 7,
                Schedule = 1e-9,
                Shuffle = shuffle,
                Seed = 5,
                SampleWeights = weights,
                ValidationFraction = validationFraction,
            });
            Dataset training = validationFraction is { } fraction ? data.Split(fraction, 5).Training : data;
            double mean = Enumerable.Range(0, training.Count).Average(row => Square(training.Features(row)[0]));
            var expected = Enumerable.Range(0, training.Count).Select(row => training.Features(row)[0]).Order();
            network.SeenWeights!.Select(seen => seen.Feature).Distinct().Order().ShouldBe(expected);
            network.SeenWeights!.Max(seen => Math.Abs(seen.Weight - (Square(seen.Feature) / mean))).ShouldBeLessThan(1e-5);
        }

        static float Square(float feature) => (feature + 1) * (feature + 1);
    }

    [Fact]
    public void Classes_are_balanced_on_the_samples_that_are_learned_from()
    {
        Dataset data = FitSamples.Classes(41);
        DatasetSplit split = data.Split(0.3, 5);
        TrainerOptions options = new() { Seed = 5, ClassWeights = ClassWeights.Balanced };
        Trained(data, options with { ValidationFraction = 0.3 }).ShouldBe(Trained(split.Training, options with { Validation = split.HeldOut }));
    }

    [Fact]
    public void Samples_without_weight_teach_nothing_and_validation_is_not_weighted()
    {
        Dataset data = Dataset.FromTargets([1, 2, 1000, -3000, 3, 4], 2, [1, 1, 5000, 77, 1, 1], 2);
        LinearNetwork network = Zero();
        LinearNetwork without = Zero();
        TrainerOptions options = OneBatch with { Epochs = 3, Schedule = 0.01, Validation = data };
        TrainingResult result = Trainer.Fit(network, data, options with { SampleWeights = [1, 0, 1] });
        Trainer.Fit(without, data.Subset([0, 2]), options);
        Distance(network.Parameters.ToArray(), without.Parameters.ToArray()).ShouldBeLessThan(1e-6);
        result.BestLoss.ShouldBe(network.MeanLoss(data));
    }

    [Fact]
    public void Weights_that_do_not_fit_are_refused_before_anything_happens()
    {
        Dataset three = FitSamples.Classes(3);
        Message(new() { SampleWeights = [1, 2] }).ShouldStartWith("SampleWeights has length 2, but must have length 3, one weight for each row of data.");
        Message(new() { SampleWeights = [1, 2], ValidationFraction = 0.5 }).ShouldStartWith("SampleWeights has length 2, but must have length 3");
        Message(new() { ClassWeights = new(1, 2, 3) }).ShouldStartWith("ClassWeights has length 3, but must have length 2, one weight for each class of data.");
        Message(new() { SampleWeights = [0, 0, 0] }).ShouldStartWith("The weights of all 3 training samples add up to 0, but at least one must be above 0");
        Message(new() { ClassWeights = new(0, 0) }).ShouldStartWith("The weights of all 3 training samples add up to 0");
        Message(new() { ClassWeights = ClassWeights.Balanced }, three.OneHot()).ShouldStartWith("options has ClassWeights, but data has targets and no labels");
        Should.Throw<ArgumentException>(() => Trainer.Fit(new ScriptedNetwork(), FitSamples.Numbered(3), new() { SampleWeights = [1, 2, 3] })).Message
            .ShouldStartWith("ScriptedNetwork is no ISlicedTraining, which ClassWeights, SampleWeights and DegreeOfParallelism need");

        string Message(TrainerOptions options, Dataset? data = null)
        {
            LinearNetwork network = Noting();
            string message = Should.Throw<ArgumentException>(() => Trainer.Fit(network, data ?? three, options)).Message;
            network.SeenWeights.ShouldBeEmpty();
            return message;
        }
    }

    [Fact]
    public void Weights_are_copied()
    {
        List<float> weights = [1, 2, 3];
        TrainerOptions options = new() { SampleWeights = weights };
        weights[1] = 7;
        options.SampleWeights.ShouldBe([1, 2, 3]);
        (options with { SampleWeights = null }).SampleWeights.ShouldBeNull();
    }

    private static LinearNetwork Zero()
    {
        var network = new LinearNetwork();
        network.SetParameters(new float[6]);
        return network;
    }

    private static LinearNetwork Noting() => new() { SeenWeights = [] };

    private static float[] Trained(Dataset data, TrainerOptions options)
    {
        var network = new LinearNetwork();
        Trainer.Fit(network, data, options with { Epochs = 5, BatchSize = 8, Schedule = 0.2 });
        return network.Parameters.ToArray();
    }

    private static double Distance(float[] a, float[] b) => a.Zip(b, (x, y) => Math.Abs((double)x - y)).Max();
}
