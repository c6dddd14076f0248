using System;
using Mlp.Testing;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>No member reads or writes outside its spans, and overlapping spans are handled or refused.</summary>
public sealed class MemoryTests
{
    [Theory]
    [EveryNetwork]
    public void Forward_stays_within_its_spans(NetworkCase network)
    {
        var bench = new Bench(network);
        foreach (int n in new[] { 1, 2, 9, 16, 19 })
        {
            float[] inputs = bench.Inputs(n);
            var input = new CanarySpan(inputs);
            var output = new CanarySpan(n * network.OutputSize);
            if (n == 1)
            {
                bench.Network.Forward(input.Span, output.Span);
                input.AssertIntact();
                output.AssertIntact();
            }

            bench.Network.ForwardBatch(input.Span, output.Span);

            Bitwise.AssertEqual(output.Span, bench.Outputs(inputs), $"batch of {n} between canaries");
            Bitwise.AssertEqual(input.Span, inputs, "inputs");
            input.AssertIntact();
            output.AssertIntact();
        }
    }

    [Theory]
    [EveryNetwork]
    public void Learning_stays_within_its_spans(NetworkCase network)
    {
        var bench = new Bench(network);
        foreach (int n in new[] { 1, 3, 16, 17 })
        {
            (float[] plainInputs, float[] plainTargets) = (bench.Inputs(n), bench.Targets(n));
            float[] plainGradient = new float[network.ParameterCount];
            NetworkInstance twin = bench.Network.Clone();
            twin.ComputeGradient(plainInputs, plainTargets, plainGradient);
            twin.TrainStep(plainInputs, plainTargets, 0.1f);
            twin.ApplyGradient(plainGradient, 0.1f);
            CanarySpan[] spans = [new(plainInputs), new(plainTargets), new(network.ParameterCount)];
            (CanarySpan inputs, CanarySpan targets, CanarySpan gradient) = (spans[0], spans[1], spans[2]);

            bench.Network.ComputeLoss(inputs.Span, targets.Span);
            bench.Network.ComputeGradient(inputs.Span, targets.Span, gradient.Span);
            bench.Network.TrainStep(inputs.Span, targets.Span, 0.1f);
            bench.Network.ApplyGradient(gradient.Span, 0.1f);

            Array.ForEach(spans, span => span.AssertIntact());
            Bitwise.AssertEqual(gradient.Span, plainGradient, "gradient between canaries");
            Bitwise.AssertEqual(bench.Parameters, bench.ParametersOf(twin), "parameters learned from between canaries");
        }
    }

    [Theory]
    [EveryNetwork]
    public void Parameters_stay_within_their_spans(NetworkCase network)
    {
        var bench = new Bench(network);
        var source = new CanarySpan(bench.RandomParameters());
        var destination = new CanarySpan(network.ParameterCount);

        bench.Network.SetParameters(source.Span);
        bench.Network.CopyParametersTo(destination.Span);

        source.AssertIntact();
        destination.AssertIntact();
        Bitwise.AssertEqual(destination.Span, source.Span, "parameters");
    }

    [Theory]
    [EveryNetwork]
    public void Overlapping_input_and_output_are_right_or_refused(NetworkCase network)
    {
        var bench = new Bench(network);
        const int N = 5;
        float[] inputs = bench.Inputs(N);
        float[] expected = bench.Outputs(inputs);
        foreach (int shift in new[] { 0, 1, network.InputSize })
        {
            float[] memory = new float[inputs.Length + expected.Length + shift];
            inputs.CopyTo(memory.AsSpan(shift));
            float[] before = [.. memory];
            bool isRefused = IsRefused(() => bench.Network.ForwardBatch(memory.AsSpan(shift, inputs.Length), memory.AsSpan(0, expected.Length)));
            Bitwise.AssertEqual(memory, isRefused ? before : [.. expected, .. before[expected.Length..]], $"shift {shift}, memory");
        }
    }

    [Theory]
    [EveryNetwork]
    public void Overlapping_gradient_is_right_or_refused(NetworkCase network)
    {
        var bench = new Bench(network);
        (float[] inputs, float[] targets) = (bench.Inputs(3), bench.Targets(3));
        float[] expected = new float[network.ParameterCount];
        bench.Network.ComputeGradient(inputs, targets, expected);

        float[] memory = new float[Math.Max(inputs.Length, expected.Length)];
        inputs.CopyTo(memory.AsSpan());
        Check(memory, () => bench.Network.ComputeGradient(memory.AsSpan(0, inputs.Length), targets, memory.AsSpan(0, expected.Length)), "over the inputs");

        float[] other = new float[Math.Max(targets.Length, expected.Length)];
        targets.CopyTo(other.AsSpan());
        Check(other, () => bench.Network.ComputeGradient(inputs, other.AsSpan(0, targets.Length), other.AsSpan(0, expected.Length)), "over the targets");

        void Check(float[] shared, Action call, string what)
        {
            float[] before = [.. shared];
            bool isRefused = IsRefused(call);
            Bitwise.AssertEqual(shared, isRefused ? before : [.. expected, .. before[expected.Length..]], $"gradient {what}");
        }
    }

    [Theory]
    [EveryNetwork]
    public void Overlapping_input_gradient_is_refused(NetworkCase network)
    {
        var bench = new Bench(network);
        (float[] inputs, float[] targets, float[] errors) = (bench.Inputs(3), bench.Targets(3), bench.OutputGradient(3));
        (float[] gradient, float[] memory) = (new float[network.ParameterCount], new float[Math.Max(inputs.Length, network.ParameterCount)]);
        float[] before = [.. inputs];

        Assert.True(IsRefused(() => bench.Network.ComputeInputGradient(inputs, targets, inputs)), "over the inputs");
        Assert.True(IsRefused(() => bench.Network.Backpropagate(inputs, errors, [], inputs)), "over the inputs, from errors");
        Assert.True(IsRefused(() => bench.Network.Backpropagate(inputs, errors, memory.AsSpan(0, gradient.Length), memory.AsSpan(0, inputs.Length))), "one over the other");

        Bitwise.AssertEqual(inputs, before, "inputs");
        Bitwise.AssertEqual(memory, new float[memory.Length], "memory");
    }

    private static bool IsRefused(Action call)
    {
        try
        {
            call();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
