using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Behaviour.Tests.Networks.ScikitLearn;
using Mlp.Testing.ScikitLearn;
using Mlp.Training;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Mlp.Behaviour.Tests.ScikitLearn;

/// <summary>
/// With the same data, initial parameters, order of batches and hyper-parameters, a fit takes the way of scikit-learn's
/// classifier: the losses of twenty epochs agree.
/// </summary>
public sealed class ScikitLearnTests(ITestOutputHelper output)
{
    // What single precision leaves over twenty epochs is 1e-7; Adam's ε, which scikit-learn scales otherwise, 5e-6.
    private const double Tolerance = 1e-4;

    private static readonly ScikitLearnReference Reference = ScikitLearnReference.Load();

    private static readonly Dataset Training = Dataset.FromLabels(Reference.Inputs, 4, Reference.Labels);

    private static readonly Dataset HeldOut = Dataset.FromLabels(Reference.HeldOutInputs, 4, Reference.HeldOutLabels);

    /// <summary>The network of each case.</summary>
    private static readonly Dictionary<(string Optimizer, string Hidden, double WeightDecay), Func<ScikitLearnCase, Dataset, IReadOnlyList<EpochReport>>> Fits = new()
    {
        [("SGD", Activation.ReLU, 0)] = Fit<Iris_ReLU_SGD>,
        [("SGD", Activation.Tanh, 0)] = Fit<Iris_Tanh_SGD>,
        [("SGD", Activation.ReLU, 0.01)] = Fit<Iris_ReLU_SGD_Decayed>,
        [("Momentum", Activation.ReLU, 0)] = Fit<Iris_ReLU_Momentum>,
        [("Momentum", Activation.Tanh, 0)] = Fit<Iris_Tanh_Momentum>,
        [("Momentum", Activation.ReLU, 0.01)] = Fit<Iris_ReLU_Momentum_Decayed>,
        [("Nesterov", Activation.ReLU, 0)] = Fit<Iris_ReLU_Nesterov>,
        [("Nesterov", Activation.Tanh, 0)] = Fit<Iris_Tanh_Nesterov>,
        [("Nesterov", Activation.ReLU, 0.01)] = Fit<Iris_ReLU_Nesterov_Decayed>,
        [("Adam", Activation.ReLU, 0)] = Fit<Iris_ReLU_Adam>,
        [("Adam", Activation.Tanh, 0)] = Fit<Iris_Tanh_Adam>,
        [("Adam", Activation.ReLU, 0.01)] = Fit<Iris_ReLU_Adam_Decayed>,
    };

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Reference.Cases.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Twenty_epochs_are_those_of_scikit_learn(int index)
    {
        ScikitLearnCase expected = Reference.Cases[index];
        Func<ScikitLearnCase, Dataset, IReadOnlyList<EpochReport>> fit = Fits[Key(expected)];

        // The data that is learned from is also validated with: that is its loss after an epoch.
        IReadOnlyList<EpochReport> reports = fit(expected, Training);
        IReadOnlyList<EpochReport> heldOut = fit(expected, HeldOut);

        string deviations = string.Create(
            CultureInfo.InvariantCulture,
            $"{expected}: before the steps {Compare(reports.Select(report => report.TrainingLoss), expected.TrainingLoss):G2}, after the epoch {Compare(reports.Select(report => report.ValidationLoss!.Value), expected.LogLoss):G2}, held out {Compare(heldOut.Select(report => report.ValidationLoss!.Value), expected.HeldOutLoss):G2}");
        output.WriteLine(deviations);
    }

    private static (string Optimizer, string Hidden, double WeightDecay) Key(ScikitLearnCase fit) => (fit.Optimizer, fit.Hidden, fit.WeightDecay);

    private static IReadOnlyList<EpochReport> Fit<TNetwork>(ScikitLearnCase fit, Dataset validation)
        where TNetwork : INetwork<TNetwork>, new()
    {
        var network = new TNetwork();
        network.SetParameters(fit.InitialParameters);
        var options = new TrainerOptions
        {
            Epochs = fit.LogLoss.Length,
            BatchSize = fit.BatchSize,
            Schedule = fit.LearningRate,
            Shuffle = false,
            Validation = validation,
        };
        return Trainer.Fit(network, Training, options).History;
    }

    /// <summary>The largest relative deviation of all epochs; fails where one is too large.</summary>
    private static double Compare(IEnumerable<double> actual, double[] expected)
    {
        double[] deviations = [.. actual.Zip(expected, (loss, value) => Math.Abs(loss - value) / value)];
        deviations.Length.ShouldBe(20);
        deviations.ShouldAllBe(deviation => deviation < Tolerance);
        return deviations.Max();
    }
}
