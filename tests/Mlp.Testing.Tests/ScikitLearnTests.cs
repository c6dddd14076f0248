using System;
using System.Globalization;
using System.Linq;
using Mlp.Testing.Reference;
using Mlp.Testing.ScikitLearn;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Mlp.Testing.Tests;

/// <summary>The oracle's network and optimizers together take scikit-learn's way, epoch by epoch.</summary>
public sealed class ScikitLearnTests(ITestOutputHelper output)
{
    // Both are in double precision, and take the same numbers.
    private const double Tolerance = 1e-12;

    // scikit-learn adds ε to √v, PyTorch to √v̂: the same ε weighs √1000 times as much there in the first step.
    private const double AdamTolerance = 2e-5;

    private static readonly ScikitLearnReference Reference = ScikitLearnReference.Load();

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Reference.Cases.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Twenty_epochs_are_those_of_scikit_learn(int index)
    {
        ScikitLearnCase expected = Reference.Cases[index];
        var network = new ReferenceNetwork(Reference.Sizes, expected.Hidden, Activation.Softmax);
        network.SetParameters(expected.InitialParameters);
        var constants = new OptimizerConstants(expected.Optimizer) { WeightDecay = expected.WeightDecay };
        var optimizer = new ReferenceOptimizer(constants, network);
        float[] targets = OneHot(Reference.Labels);
        float[] heldOut = OneHot(Reference.HeldOutLabels);
        double largest = 0;

        for (int epoch = 0; epoch < expected.LogLoss.Length; epoch++)
        {
            (double loss, double penalty) = Train(network, optimizer, expected, targets);

            Check(loss, expected.TrainingLoss[epoch]);
            Check(loss + penalty, expected.LossCurve[epoch]);
            Check(network.MeanLoss(Reference.Inputs, targets), expected.LogLoss[epoch]);
            Check(network.MeanLoss(Reference.HeldOutInputs, heldOut), expected.HeldOutLoss[epoch]);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{expected}: {largest:G2}"));
        expected.LogLoss.Length.ShouldBe(20);
        largest.ShouldBeLessThan(expected.Optimizer == "Adam" ? AdamTolerance : Tolerance, expected.ToString());

        void Check(double actual, double value) => largest = Math.Max(largest, Math.Abs(actual - value) / value);
    }

    /// <summary>One epoch: the mean loss before its steps, and the mean penalty λ/2 ‖W‖².</summary>
    private static (double Loss, double Penalty) Train(ReferenceNetwork network, ReferenceOptimizer optimizer, ScikitLearnCase fit, float[] targets)
    {
        bool[] isWeight = ReferenceOptimizer.WeightsOf(network);
        int count = Reference.Labels.Length;
        (double loss, double penalty) = (0, 0);
        for (int start = 0; start < count; start += fit.BatchSize)
        {
            int n = Math.Min(fit.BatchSize, count - start);
            ReadOnlySpan<float> inputs = Reference.Inputs.AsSpan(start * network.InputSize, n * network.InputSize);
            ReadOnlySpan<float> batch = targets.AsSpan(start * network.OutputSize, n * network.OutputSize);
            loss += network.MeanLoss(inputs, batch) * n / count;
            double square = network.Parameters.Where((_, i) => isWeight[i]).Sum(weight => weight * weight);
            penalty += 0.5 * fit.WeightDecay * square * n / count;
            optimizer.Step(network.Parameters, network.Gradient(inputs, batch), fit.LearningRate);
        }

        return (loss, penalty);
    }

    private static float[] OneHot(int[] labels)
    {
        int classes = Reference.Sizes[^1];
        return [.. labels.SelectMany(label => Enumerable.Range(0, classes).Select(k => k == label ? 1f : 0f))];
    }
}
