using System;
using System.Globalization;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Metrics;

/// <summary>Accuracy, log loss, confusion matrix and the scores of classes, against worked examples.</summary>
public sealed class ClassificationMetricsTests
{
    private static readonly string[] Names = ["ant", "bird", "cat"];

    /// <summary>The example of scikit-learn's confusion_matrix: actual 2 0 2 2 0 1, predicted 0 0 2 2 0 2.</summary>
    private static readonly ConfusionMatrix Worked = new([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2], Names);

    [Fact]
    public void Accuracy() => ClassificationMetrics.Accuracy([0, 1, 2, 3], [0, 2, 1, 3]).ShouldBe(0.5);

    /// <summary>−(ln 0.7 + ln 0.6 + ln 0.2) / 3 = (0.356675 + 0.510826 + 1.609438) / 3.</summary>
    [Fact]
    public void Log_loss_of_several_classes() => ClassificationMetrics
        .LogLoss([0, 2, 1], [0.7f, 0.2f, 0.1f, 0.1f, 0.3f, 0.6f, 0.2f, 0.2f, 0.6f]).ShouldBe(0.8256461600462744, 1e-7);

    /// <summary>−(ln 0.9 + ln 0.8 + ln 0.6) / 3 = (0.105361 + 0.223144 + 0.510826) / 3, from one column or from two.</summary>
    [Fact]
    public void Log_loss_of_two_classes()
    {
        ClassificationMetrics.LogLoss([1, 0, 1], [0.9f, 0.2f, 0.6f]).ShouldBe(0.2797765635793423, 1e-7);
        ClassificationMetrics.LogLoss([1, 0, 1], [0.1f, 0.9f, 0.8f, 0.2f, 0.4f, 0.6f]).ShouldBe(0.2797765635793423, 1e-7);
    }

    /// <summary>
    /// Sure and wrong: −ln 2⁻²³ = 23 ln 2 = 15.942385152878742 for one column; with three columns ε is divided by
    /// ε + ε + (1 − ε) = 1 + ε, ln(1 + 2⁻²³) = 1.1920928e-7 more. Sure and right: −ln(1 − ε), not 0.
    /// </summary>
    [Fact]
    public void Log_loss_is_clipped_as_for_float32()
    {
        ClassificationMetrics.LogLoss([0], [1f]).ShouldBe(15.942385152878742, 1e-12);
        ClassificationMetrics.LogLoss([1], [0f]).ShouldBe(15.942385152878742, 1e-12);
        ClassificationMetrics.LogLoss([0], [0f, 1f, 0f]).ShouldBe(15.942385152878742 + 1.1920928e-7, 1e-12);
        ClassificationMetrics.LogLoss([1], [1f]).ShouldBe(1.1920929e-7, 1e-13);
    }

    /// <summary>2, 1 and 1 of four are each divided by the sum: −ln ½.</summary>
    [Fact]
    public void Log_loss_divides_by_the_sum() => ClassificationMetrics.LogLoss([0], [0.4f, 0.2f, 0.2f]).ShouldBe(Math.Log(2), 1e-7);

    [Fact]
    public void Log_loss_of_a_missing_prediction_is_missing()
    {
        ClassificationMetrics.LogLoss([0, 1], [0.5f, float.NaN]).ShouldBe(double.NaN);
        ClassificationMetrics.LogLoss([0], [0.5f, float.NaN]).ShouldBe(double.NaN);
    }

    /// <summary>An overflow is no certainty, of whichever class it is.</summary>
    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Log_loss_of_an_infinite_probability_is_missing(float probability)
    {
        ClassificationMetrics.LogLoss([1, 1], [0.5f, probability]).ShouldBe(double.NaN);
        ClassificationMetrics.LogLoss([0], [probability]).ShouldBe(double.NaN);
        ClassificationMetrics.LogLoss([0], [probability, 0.5f]).ShouldBe(double.NaN);
        ClassificationMetrics.LogLoss([0], [0.5f, probability]).ShouldBe(double.NaN);
    }

    /// <summary>One sure mistake, 23 ln 2, and a million probabilities of one half after it.</summary>
    [Fact]
    public void Log_loss_of_many_samples()
    {
        const int Count = (1 << 20) + 1;
        float[] probabilities = new float[Count];
        Array.Fill(probabilities, 0.5f);
        probabilities[0] = 1;
        ClassificationMetrics.LogLoss(new int[Count], probabilities).ShouldBe(Math.Log(2) * ((1 << 20) + 23) / Count, 4e-16);
    }

    [Fact]
    public void Confusion_matrix()
    {
        int[][] rows = [.. Enumerable.Range(0, 3).Select(actual => Enumerable.Range(0, 3).Select(predicted => Worked[actual, predicted]).ToArray())];
        rows.ShouldBe([[2, 0, 0], [0, 0, 1], [1, 0, 2]]);
        (Worked.Total, Worked.ClassCount).ShouldBe((6, 3));
        Worked.Accuracy.ShouldBe(4.0 / 6);
        Worked.ClassNames.ShouldBe(Names);
    }

    /// <summary>
    /// ant: precision 2/3, recall 2/2, F1 2 · (2/3) · 1 / (5/3) = 4/5. bird: never predicted, 0/0 = 0, recall 0/1, F1 0/0 = 0.
    /// cat: precision 2/3, recall 2/3, F1 2/3.
    /// </summary>
    [Fact]
    public void Scores_of_classes()
    {
        ShouldBe(Worked.Scores(0), 2.0 / 3, 1, 0.8, 2);
        ShouldBe(Worked.Scores(1), 0, 0, 0, 1);
        ShouldBe(Worked.Scores(2), 2.0 / 3, 2.0 / 3, 2.0 / 3, 3);
    }

    /// <summary>
    /// Macro: (2/3 + 0 + 2/3)/3 = 4/9, (1 + 0 + 2/3)/3 = 5/9, (4/5 + 0 + 2/3)/3 = 22/45.
    /// Weighted: (2 · 2/3 + 3 · 2/3)/6 = 5/9, (2 · 1 + 3 · 2/3)/6 = 2/3, (2 · 4/5 + 3 · 2/3)/6 = 3/5.
    /// </summary>
    [Fact]
    public void Averages()
    {
        ShouldBe(Worked.MacroAverage, 4.0 / 9, 5.0 / 9, 22.0 / 45, 6);
        ShouldBe(Worked.WeightedAverage, 5.0 / 9, 2.0 / 3, 0.6, 6);
    }

    /// <summary>
    /// Actual 0 0 1, predicted 0 2 1, with names for six classes: scikit-learn's precision_score and others with average="macro" are the
    /// means over 0, 1 and 2, for 2 was predicted though never actual. Precision (1 + 1 + 0)/3, recall (½ + 1 + 0)/3, F1 (2/3 + 1 + 0)/3;
    /// weighted by 2, 1 and 0.
    /// </summary>
    [Theory]
    [InlineData(new[] { 0, 1, 2 })]
    [InlineData(new[] { 1, 3, 5 })]
    [InlineData(new[] { 5, 0, 2 })]
    public void Classes_that_do_not_occur_have_no_part_in_averages(int[] classes)
    {
        int[] actual = [classes[0], classes[0], classes[1]];
        int[] predicted = [classes[0], classes[2], classes[1]];
        var confusion = new ConfusionMatrix(actual, predicted, ["a", "b", "c", "d", "e", "f"]);
        ShouldBe(confusion.MacroAverage, 2.0 / 3, 0.5, 5.0 / 9, 3);
        ShouldBe(confusion.WeightedAverage, 1, 2.0 / 3, 7.0 / 9, 3);
        confusion.Accuracy.ShouldBe(2.0 / 3);
    }

    /// <summary>Not a tenth ten times, which is less.</summary>
    [Fact]
    public void Averages_of_what_is_perfect_are_one()
    {
        int[] classes = [.. Enumerable.Range(0, 10)];
        var confusion = new ConfusionMatrix(classes, classes, [.. classes.Select(label => $"{label}")]);
        confusion.MacroAverage.ShouldBe(new ClassScores(1, 1, 1, 10));
        confusion.WeightedAverage.ShouldBe(new ClassScores(1, 1, 1, 10));
    }

    [Fact]
    public void One_class_that_occurs_is_the_average()
    {
        var confusion = new ConfusionMatrix([1, 1], [1, 1], ["a", "b", "c"]);
        ShouldBe(confusion.MacroAverage, 1, 1, 1, 2);
        ShouldBe(confusion.WeightedAverage, 1, 1, 1, 2);
    }

    [Fact]
    public void A_class_that_occurs_nowhere_scores_zero() =>
        ShouldBe(new ConfusionMatrix([0], [0], ["a", "b"]).Scores(1), 0, 0, 0, 0);

    [Fact]
    public void The_matrix_as_text() => Worked.ToString().ShouldBe("""
        actual \ predicted  ant  bird  cat
        ant                   2     0    0
        bird                  0     0    1
        cat                   1     0    2
        """);

    [Fact]
    public void The_matrix_as_text_has_room_for_long_names_and_large_counts()
    {
        int[] many = new int[1234];
        new ConfusionMatrix(many, many, ["a", "a name longer than the corner"]).ToString().ShouldBe("""
            actual \ predicted                a  a name longer than the corner
            a                              1234                              0
            a name longer than the corner     0                              0
            """);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Should.Throw<ArgumentException>(() => ClassificationMetrics.Accuracy([], [])).ParamName.ShouldBe("actual");
        Should.Throw<ArgumentException>(() => ClassificationMetrics.Accuracy([1], [1, 2])).ParamName.ShouldBe("predicted");
        Should.Throw<ArgumentException>(() => ClassificationMetrics.LogLoss([], [])).ParamName.ShouldBe("labels");
        Should.Throw<ArgumentException>(() => ClassificationMetrics.LogLoss([0, 1], [])).ParamName.ShouldBe("probabilities");
        Should.Throw<ArgumentException>(() => ClassificationMetrics.LogLoss([0, 1], [0.5f, 0.5f, 0.5f])).ParamName.ShouldBe("probabilities");
        Should.Throw<ArgumentException>(() => ClassificationMetrics.LogLoss([2], [0.5f])).Message
            .ShouldStartWith("labels has 2 in row 0 (counted from 0), but must have a class, 0 to 1.");
        Should.Throw<ArgumentNullException>(() => new ConfusionMatrix([0], [0], null!));
        Should.Throw<ArgumentException>(() => new ConfusionMatrix([], [], Names)).ParamName.ShouldBe("actual");
        Should.Throw<ArgumentException>(() => new ConfusionMatrix([3], [0], Names)).ParamName.ShouldBe("actual");
        Should.Throw<ArgumentException>(() => new ConfusionMatrix([0], [-1], Names)).ParamName.ShouldBe("predicted");
        Should.Throw<ArgumentOutOfRangeException>(() => Worked[0, 3]).Message.ShouldStartWith("predicted is 3, but must be a class, 0 to 2.");
        Should.Throw<ArgumentOutOfRangeException>(() => Worked.Scores(-1));
    }

    private static void ShouldBe(ClassScores scores, double precision, double recall, double f1, int support)
    {
        scores.Precision.ShouldBe(precision, 1e-15);
        scores.Recall.ShouldBe(recall, 1e-15);
        scores.F1.ShouldBe(f1, 1e-15);
        scores.Support.ShouldBe(support);
    }

    /// <summary>Pairs of 4,096 classes are 16.8 million, of which five samples have five at most.</summary>
    [Fact]
    public void Many_classes_take_the_memory_of_samples_and_classes()
    {
        string[] names = [.. Enumerable.Range(0, 4096).Select(label => label.ToString(CultureInfo.InvariantCulture))];
        int[] actual = [0, 0, 4095, 7, 7];
        int[] predicted = [0, 4095, 4095, 7, 7];
        Allocations.Of(() => new ConfusionMatrix(actual, predicted, names).MacroAverage.Recall.ShouldBe(2.5 / 3)).ShouldBeLessThan(200_000);
        var confusion = new ConfusionMatrix(actual, predicted, names);
        confusion[7, 7].ShouldBe(2);
        confusion[0, 4095].ShouldBe(1);
        confusion[4095, 0].ShouldBe(0);
        confusion.Accuracy.ShouldBe(0.8);
        ShouldBe(confusion.Scores(4095), 0.5, 1, 2.0 / 3, 1);
    }

    /// <summary>Their pairs would be more than an array has.</summary>
    [Fact]
    public void Classes_in_any_number_are_counted()
    {
        var confusion = new ConfusionMatrix([49_999, 1], [49_999, 0], [.. Enumerable.Range(0, 50_000).Select(label => label.ToString(CultureInfo.InvariantCulture))]);
        confusion.Accuracy.ShouldBe(0.5);
        confusion.WeightedAverage.Recall.ShouldBe(0.5);
        confusion.ToString().ShouldBe("2 samples of 50000 classes, accuracy 0.5");
    }
}
