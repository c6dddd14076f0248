using System;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Metrics;

/// <summary>The text report has scikit-learn's layout, character for character.</summary>
public sealed class ClassificationReportTests
{
    /// <summary>The example in the documentation of scikit-learn's classification_report.</summary>
    [Fact]
    public void The_documented_example() => Report([0, 1, 2, 2, 2], [0, 0, 2, 2, 1], "class 0", "class 1", "class 2").ToString().ShouldBe("""
                      precision    recall  f1-score   support

             class 0       0.50      1.00      0.67         1
             class 1       0.00      0.00      0.00         1
             class 2       1.00      0.67      0.80         3

            accuracy                           0.60         5
           macro avg       0.50      0.56      0.49         5
        weighted avg       0.70      0.60      0.61         5
        """);

    [Fact]
    public void A_class_that_does_not_occur_is_shown_and_not_averaged() => Report([0, 0, 1], [0, 0, 1], "a", "b", "never").ToString().ShouldBe("""
                      precision    recall  f1-score   support

                   a       1.00      1.00      1.00         2
                   b       1.00      1.00      1.00         1
               never       0.00      0.00      0.00         0

            accuracy                           1.00         3
           macro avg       1.00      1.00      1.00         3
        weighted avg       1.00      1.00      1.00         3
        """);

    /// <summary>A name longer than "weighted avg" widens the first column; digits=4.</summary>
    [Fact]
    public void Long_names_and_more_digits() => Report([0, 1, 1], [0, 1, 0], "a", "Iris versicolor").ToString(4).ShouldBe("""
                         precision    recall  f1-score   support

                      a     0.5000    1.0000    0.6667         1
        Iris versicolor     1.0000    0.5000    0.6667         2

               accuracy                         0.6667         3
              macro avg     0.7500    0.7500    0.6667         3
           weighted avg     0.8333    0.6667    0.6667         3
        """);

    /// <summary>Python rounds 0.125 to 0.12 and 0.625 to 0.62, half to even: precision 1/8 and 5/8 are such numbers.</summary>
    [Fact]
    public void Ties_are_rounded_as_Python_rounds()
    {
        Report([0, 1, 1, 1, 1, 1, 1, 1], new int[8], "a", "b").ToString().ShouldContain("a       0.12 ");
        Report([0, 0, 0, 0, 0, 1, 1, 1], new int[8], "a", "b").ToString().ShouldContain("a       0.62 ");
    }

    [Fact]
    public void The_report_is_the_same_under_every_culture()
    {
        ClassificationReport report = Report([0, 1, 1], [0, 1, 0], "a", "b");
        UnderCulture.Hostile(report.ToString).ShouldBe(report.ToString());
        UnderCulture.Hostile(report.Confusion.ToString).ShouldBe(report.Confusion.ToString());
    }

    [Fact]
    public void The_numbers_are_those_of_the_matrix()
    {
        ClassificationReport report = Report([0, 1, 1], [0, 1, 0], "a", "b");
        report.Accuracy.ShouldBe(2.0 / 3);
        report.MacroAverage.ShouldBe(report.Confusion.MacroAverage);
        report.WeightedAverage.ShouldBe(report.Confusion.WeightedAverage);
        report.Scores(1).ShouldBe(report.Confusion.Scores(1));
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Should.Throw<ArgumentNullException>(() => new ClassificationReport(null!));
        Should.Throw<ArgumentOutOfRangeException>(() => Report([0], [0], "a").ToString(10)).Message.ShouldStartWith("digits is 10, but must be 0 to 9.");
    }

    private static ClassificationReport Report(int[] actual, int[] predicted, params string[] names) => new(new ConfusionMatrix(actual, predicted, names));
}
