using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Testing;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>
/// A span of the wrong length is an exception that names the parameter, the length and the expected length (for the
/// inputs of a batch: the length of a sample), thrown before anything is written.
/// </summary>
public sealed class WrongLengthTests
{
    private const int N = 2;

    [Theory]
    [EveryNetwork]
    public void One_sample(NetworkCase network)
    {
        var bench = new Bench(network);
        var output = new CanarySpan(network.OutputSize);
        foreach (int wrong in Not(network.InputSize))
        {
            AssertRefused("input", wrong, network.InputSize, () => bench.Network.Forward(new float[wrong], output.Span));
        }

        foreach (int wrong in Not(network.OutputSize))
        {
            var destination = new CanarySpan(wrong);
            AssertRefused("output", wrong, network.OutputSize, () => bench.Network.Forward(new float[network.InputSize], destination.Span));
            destination.AssertUnwritten();
        }

        output.AssertUnwritten();
    }

    [Theory]
    [EveryNetwork]
    public void A_batch(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] inputs = bench.Inputs(N);
        var output = new CanarySpan(N * network.OutputSize);
        foreach (int wrong in NoRows(network))
        {
            AssertRefused("inputs", wrong, network.InputSize, () => bench.Network.ForwardBatch(new float[wrong], output.Span));
        }

        foreach (int wrong in Not(N * network.OutputSize))
        {
            var destination = new CanarySpan(wrong);
            AssertRefused("outputs", wrong, N * network.OutputSize, () => bench.Network.ForwardBatch(inputs, destination.Span));
            destination.AssertUnwritten();
        }

        output.AssertUnwritten();
    }

    [Theory]
    [EveryNetwork]
    public void Learning(NetworkCase network)
    {
        var bench = new Bench(network);
        NetworkInstance subject = bench.Network;
        (float[] inputs, float[] targets, float[] before) = (bench.Inputs(N), bench.Targets(N), bench.Parameters);
        float[] outputGradient = bench.OutputGradient(N);
        (CanarySpan gradient, CanarySpan inputGradient) = (new(network.ParameterCount), new(inputs.Length));
        foreach (int wrong in NoRows(network))
        {
            float[] bad = new float[wrong];
            AssertRefused("inputs", wrong, network.InputSize, () => subject.ComputeLoss(bad, targets));
            AssertRefused("inputs", wrong, network.InputSize, () => subject.ComputeGradient(bad, targets, gradient.Span));
            AssertRefused("inputs", wrong, network.InputSize, () => subject.ComputeInputGradient(bad, targets, inputGradient.Span));
            AssertRefused("inputs", wrong, network.InputSize, () => subject.Backpropagate(bad, outputGradient, gradient.Span, inputGradient.Span));
            AssertRefused("inputs", wrong, network.InputSize, () => subject.TrainStep(bad, targets, 1));
        }

        foreach (int wrong in Not(N * network.OutputSize))
        {
            float[] bad = new float[wrong];
            AssertRefused("targets", wrong, N * network.OutputSize, () => subject.ComputeLoss(inputs, bad));
            AssertRefused("targets", wrong, N * network.OutputSize, () => subject.ComputeGradient(inputs, bad, gradient.Span));
            AssertRefused("targets", wrong, N * network.OutputSize, () => subject.ComputeInputGradient(inputs, bad, inputGradient.Span));
            AssertRefused("outputGradient", wrong, N * network.OutputSize, () => subject.Backpropagate(inputs, bad, gradient.Span, inputGradient.Span));
            AssertRefused("targets", wrong, N * network.OutputSize, () => subject.TrainStep(inputs, bad, 1));
        }

        foreach (int wrong in Not(network.ParameterCount))
        {
            var destination = new CanarySpan(wrong);
            AssertRefused("gradient", wrong, network.ParameterCount, () => subject.ComputeGradient(inputs, targets, destination.Span));
            if (wrong > 0)
            {
                AssertRefused("gradient", wrong, network.ParameterCount, () => subject.Backpropagate(inputs, outputGradient, destination.Span, inputGradient.Span));
            }

            destination.AssertUnwritten();
        }

        foreach (int wrong in Not(inputs.Length))
        {
            var destination = new CanarySpan(wrong);
            AssertRefused("inputGradient", wrong, inputs.Length, () => subject.ComputeInputGradient(inputs, targets, destination.Span));
            if (wrong > 0)
            {
                AssertRefused("inputGradient", wrong, inputs.Length, () => subject.Backpropagate(inputs, outputGradient, gradient.Span, destination.Span));
            }

            destination.AssertUnwritten();
        }

        Should.Throw<ArgumentException>(() => subject.Backpropagate(inputs, outputGradient, [], [])).ParamName.ShouldBe("gradient");
        inputGradient.AssertUnwritten();
        gradient.AssertUnwritten();
        Bitwise.AssertEqual(bench.Parameters, before, "parameters");
    }

    [Theory]
    [EveryClassifier]
    public void Classification(NetworkCase network)
    {
        var bench = new Bench(network);
        NetworkInstance subject = bench.Network;
        (float[] inputs, float[] before) = (bench.Inputs(N), bench.Parameters);
        var gradient = new CanarySpan(network.ParameterCount);
        foreach (int wrong in Not(network.InputSize))
        {
            AssertRefused("input", wrong, network.InputSize, () => subject.Classify(new float[wrong]));
        }

        foreach (int wrong in Not(N))
        {
            int[] bad = new int[wrong];
            AssertRefused("labels", wrong, N, () => subject.ComputeLoss(inputs, bad));
            AssertRefused("labels", wrong, N, () => subject.ComputeGradient(inputs, bad, gradient.Span));
            AssertRefused("labels", wrong, N, () => subject.ComputeInputGradient(inputs, bad, new float[inputs.Length]));
            AssertRefused("labels", wrong, N, () => subject.TrainStep(inputs, bad, 1));
        }

        gradient.AssertUnwritten();
        Bitwise.AssertEqual(bench.Parameters, before, "parameters");
    }

    [Theory]
    [EveryNetwork]
    public void Parameters(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] before = bench.Parameters;
        foreach (int wrong in Not(network.ParameterCount))
        {
            var destination = new CanarySpan(wrong);
            AssertRefused("destination", wrong, network.ParameterCount, () => bench.Network.CopyParametersTo(destination.Span));
            AssertRefused("source", wrong, network.ParameterCount, () => bench.Network.SetParameters(new float[wrong]));
            AssertRefused("gradient", wrong, network.ParameterCount, () => bench.Network.ApplyGradient(new float[wrong], 1));
            destination.AssertUnwritten();
        }

        Bitwise.AssertEqual(bench.Parameters, before, "parameters");
    }

    [Theory]
    [EveryNetwork]
    public void An_empty_batch_has_predictions_but_no_mean(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] before = bench.Parameters;
        var gradient = new CanarySpan(network.ParameterCount);

        bench.Network.ForwardBatch([], []);

        Should.Throw<ArgumentException>(() => bench.Network.ComputeLoss([], Array.Empty<float>()));
        Should.Throw<ArgumentException>(() => bench.Network.ComputeGradient([], Array.Empty<float>(), gradient.Span));
        Should.Throw<ArgumentException>(() => bench.Network.ComputeInputGradient([], Array.Empty<float>(), []));
        Should.Throw<ArgumentException>(() => bench.Network.TrainStep([], Array.Empty<float>(), 1));
        if (network.IsClassifier)
        {
            Should.Throw<ArgumentException>(() => bench.Network.ComputeLoss([], Array.Empty<int>()));
            Should.Throw<ArgumentException>(() => bench.Network.ComputeGradient([], Array.Empty<int>(), gradient.Span));
            Should.Throw<ArgumentException>(() => bench.Network.ComputeInputGradient([], Array.Empty<int>(), []));
            Should.Throw<ArgumentException>(() => bench.Network.TrainStep([], Array.Empty<int>(), 1));
        }

        gradient.AssertUnwritten();
        Bitwise.AssertEqual(bench.Parameters, before, "parameters");
    }

    private static IEnumerable<int> Not(int right) => new[] { right - 1, right + 1, 0, 2 * right }.Where(length => length != right).Distinct();

    // Lengths that are no whole number of samples.
    private static IEnumerable<int> NoRows(NetworkCase network) =>
        network.InputSize == 1 ? [] : [(N * network.InputSize) - 1, (N * network.InputSize) + 1, network.InputSize - 1];

    private static void AssertRefused(string parameter, int length, int expected, Action call)
    {
        ArgumentException thrown = Should.Throw<ArgumentException>(call);
        thrown.ParamName.ShouldBe(parameter);
        Numbers(thrown.Message).ShouldContain(length, thrown.Message);
        Numbers(thrown.Message).ShouldContain(expected, thrown.Message);
    }

    // The message may group digits, and lengths may stand inside words.
    private static int[] Numbers(string message) =>
    [
        .. new string([.. message.Replace(",", "", StringComparison.Ordinal).Select(letter => char.IsAsciiDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(digits => digits.Length < 10)
            .Select(digits => int.Parse(digits, CultureInfo.InvariantCulture)),
    ];
}
