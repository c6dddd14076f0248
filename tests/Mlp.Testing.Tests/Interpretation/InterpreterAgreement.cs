using System;
using System.Linq;
using Mlp.Testing.Reference;
using Shouldly;

namespace Mlp.Testing.Tests.Interpretation;

/// <summary>An interpreter gives what its oracle gives, within the bounds of rounding.</summary>
internal static class InterpreterAgreement
{
    public static void AssertAll(InterpretedCase network, int samples) => AssertAll(network, network.Inputs(samples), network.Targets(samples));

    /// <summary>Forward, loss and gradient.</summary>
    public static void AssertAll(InterpretedCase network, float[] inputs, float[] targets)
    {
        BoundedGradient expected = network.Bounds.Gradient(inputs, targets);

        Bounded.AssertAll(network.Outputs(inputs), network.Bounds.Forward(inputs), "output");
        network.Bounds.MeanLoss(inputs, targets).Assert(network.Loss(inputs, targets), "loss");
        expected.Loss.Assert(network.Gradient(inputs, targets, out float[] gradient), "loss with its gradient");
        Bounded.AssertAll(gradient, expected.Elements, "gradient");
    }

    /// <summary>The way back to the inputs, from targets and from errors of the outputs.</summary>
    public static void AssertErrors(InterpretedCase network, float[] inputs, float[] targets)
    {
        float[] errors = network.OutputErrors(targets.Length / network.Reference.OutputSize);
        (Bounded[] expected, Bounded[] expectedInputs) = network.Bounds.Backpropagate(inputs, errors);

        network.Bounds.MeanLoss(inputs, targets, isTraining: true).Assert(network.InputGradient(inputs, targets, out float[] inputGradient), "loss with its input gradient");
        Bounded.AssertAll(inputGradient, network.Bounds.InputGradient(inputs, targets), "input gradient");
        (float[] gradient, inputGradient) = network.Backpropagate(inputs, errors);
        Bounded.AssertAll(gradient, expected, "gradient of given errors");
        Bounded.AssertAll(inputGradient, expectedInputs, "input gradient of given errors");
        network.Backpropagate(inputs, errors, wantsInputGradient: false).Gradient.ShouldBe(gradient);
        network.Backpropagate(inputs, errors, wantsGradient: false).InputGradient.ShouldBe(inputGradient);
    }

    /// <summary>One sample added onto the parameters themselves.</summary>
    public static void AssertStep(InterpretedCase network, float[] input, float[] target, int[]? labels)
    {
        const float Rate = 0.3f;
        Bounded[] expected = network.Bounds.Step(input, target, Rate, out Bounded loss);

        double actual = network.Train(input, labels is null ? target : null, labels, weights: null, -Rate, network.Storage);

        loss.Assert((float)actual, "loss before the step");
        Bounded.AssertAll(network.Export(network.Storage.Span), expected, "parameter");
    }

    /// <summary>Samples with weights, added onto what a destination holds.</summary>
    public static void AssertWeighted(InterpretedCase network, float[] inputs, float[] targets)
    {
        const float Scale = -0.37f;
        (int arrive, int leave) = (network.Reference.InputSize, network.Reference.OutputSize);
        int samples = inputs.Length / arrive;
        float[] weights = [.. new[] { 1, 0, 2.5f, 0.125f, 3, 1, 0.7f, 0, 10 }.Take(samples)];
        float[] start = [.. Enumerable.Range(0, network.ParameterCount).Select(i => (i % 11) - 5f)];
        var destination = new CanarySpan(network.StorageFloats);
        network.Import(start, destination.Span);

        double sum = network.Train(inputs, targets, labels: null, weights, Scale, destination);

        int[] terms = network.Reference.TermsASample;
        double[] gammas = [.. terms.Select(count => Rounding.Gamma((samples * count) + 4))];
        double[] expected = [.. start.Select(value => (double)value)];
        double[] bounds = [.. start.Select((value, i) => gammas[i] * Math.Abs(value))];
        (double loss, double lossBound) = (0, 0);
        for (int sample = 0; sample < samples; sample++)
        {
            BoundedGradient one = network.Bounds.Gradient(inputs.AsSpan(sample * arrive, arrive), targets.AsSpan(sample * leave, leave), [sample]);
            double factor = (double)Scale * weights[sample];
            loss += weights[sample] * one.Loss.Value;
            lossBound += weights[sample] * (one.Loss.Bound + (Rounding.Gamma(samples + 4) * Math.Abs(one.Loss.Value)));
            for (int i = 0; i < expected.Length; i++)
            {
                expected[i] += factor * one.Elements[i].Value;
                bounds[i] += Math.Abs(factor) * (one.Elements[i].Bound + (gammas[i] * one.Magnitudes[i]));
            }
        }

        new Bounded(loss, lossBound).Assert((float)sum, "loss");
        Bounded.AssertAll(network.Export(destination.Span), [.. expected.Zip(bounds, (value, bound) => new Bounded(value, bound))], "sum");
    }
}
