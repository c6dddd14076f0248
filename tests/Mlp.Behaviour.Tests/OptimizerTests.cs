using System;
using System.Globalization;
using System.Linq;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Mlp.Behaviour.Tests;

/// <summary>Each optimizer against the oracle over a hundred steps, with minibatches of every path through the kernels.</summary>
public sealed class OptimizerTests(ITestOutputHelper output)
{
    private const int Steps = 100;

    /// <summary>Steps of three networks that are to go the same way: each size of a batch five times.</summary>
    private const int ComparedSteps = 40;

    private static readonly int[] BatchSizes = [1, 5, 32, 64, 65, 130, 2, 17];

    /// <summary>
    /// The oracle starts each step where the network stands, with moments of its own: what rounding may do to them is in the
    /// bounds, which therefore do not grow along the way.
    /// </summary>
    [Theory]
    [EveryOptimizer]
    public void A_hundred_steps_agree_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network);
        for (int step = 0; step < Steps; step++)
        {
            int samples = BatchSizes[step % BatchSizes.Length];
            bool isLabelled = network.IsClassifier && step % 3 == 1;
            bench.AssertStep(isLabelled ? bench.LabelledBatch(samples) : bench.Batch(samples), Rate(step), $"{samples}, the step {step}");
        }
    }

    [Theory]
    [EveryOptimizer]
    public void Gradients_computed_and_applied_are_the_same_steps(NetworkCase network)
    {
        var bench = new Bench(network, seed: 2);
        NetworkInstance applied = bench.Network.Clone();
        NetworkInstance mixed = bench.Network.Clone();
        for (int step = 0; step < ComparedSteps; step++)
        {
            Batch batch = bench.Batch(BatchSizes[step % BatchSizes.Length]);
            float[] before = bench.Parameters;
            bench.Reference.SetParameters(before);
            (Bounded[] expected, _) = bench.Step(batch, Rate(step));

            // New parameters leave the moments alone: all three have those of their own steps from the same places.
            applied.SetParameters(before);
            mixed.SetParameters(before);
            bench.Network.TrainStep(batch.Inputs, batch.Targets, Rate(step));
            Apply(applied);
            if (step % 2 == 0)
            {
                Apply(mixed);
            }
            else
            {
                mixed.TrainStep(batch.Inputs, batch.Targets, Rate(step));
            }

            Bounded.AssertAll(bench.Parameters, expected, $"step {step}, stepped, parameter");
            Bounded.AssertAll(bench.ParametersOf(applied), expected, $"step {step}, gradient applied, parameter");
            Bounded.AssertAll(bench.ParametersOf(mixed), expected, $"step {step}, both by turns, parameter");

            void Apply(NetworkInstance instance)
            {
                float[] gradient = new float[network.ParameterCount];
                instance.ComputeGradient(batch.Inputs, batch.Targets, gradient);
                instance.ApplyGradient(gradient, Rate(step));
            }
        }
    }

    /// <summary>
    /// Network and oracle each go their own way from the same start. Where nothing jumps, neither the slope of a ReLU nor the
    /// sign in an L1 penalty, steps that converge multiply a rounding of 1e-7 by a hundred at most.
    /// </summary>
    [Theory]
    [EveryOptimizer(OnlySmooth = true)]
    public void Ways_of_a_hundred_steps_end_in_the_same_place(NetworkCase network)
    {
        const double Tolerance = 1e-4;
        var bench = new Bench(network, seed: 3);
        double[] start = [.. bench.Reference.Parameters];
        var optimizer = new ReferenceOptimizer(network.Optimizer, bench.Reference);
        Batch[] batches = [.. BatchSizes.Select(samples => bench.Batch(samples + 8))];
        double largest = 0;
        for (int step = 0; step < Steps; step++)
        {
            Batch batch = batches[step % batches.Length];
            double expected = bench.Reference.MeanLoss(batch.Inputs, batch.Targets);
            float loss = bench.Network.TrainStep(batch.Inputs, batch.Targets, Rate(step));
            optimizer.Step(bench.Reference.Parameters, bench.Reference.Gradient(batch.Inputs, batch.Targets), Rate(step));

            loss.ShouldBe((float)expected, Tolerance * Math.Abs(expected), $"loss of step {step}");
            double apart = Distance(bench.Parameters, bench.Reference.Parameters) / Distance(start, bench.Reference.Parameters);
            apart.ShouldBeLessThan(Tolerance, $"distance after step {step}, by the length of the way");
            largest = Math.Max(largest, apart);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{network}: apart {largest:G2} of the way"));
    }

    [Theory]
    [EveryOptimizer(OnlyClassifiers = true)]
    public void Labels_are_the_targets_that_they_stand_for(NetworkCase network)
    {
        var bench = new Bench(network, seed: 4);
        NetworkInstance labelled = bench.Network.Clone();
        foreach (int samples in BatchSizes)
        {
            Batch batch = bench.LabelledBatch(samples);
            float loss = bench.Network.TrainStep(batch.Inputs, batch.Targets, Rate(0));
            Bitwise.AreEqual(labelled.TrainStep(batch.Inputs, batch.Labels!, Rate(0)), loss).ShouldBeTrue("the loss differs");
            Bitwise.AssertEqual(bench.ParametersOf(labelled), bench.Parameters, $"batch of {samples}, parameters");
        }
    }

    // Steps get shorter: a velocity that had the learning rate in it would show.
    private static float Rate(int step) => 0.02f / (1 + (0.02f * step));

    private static double Distance<T>(T[] from, double[] to)
        where T : IConvertible =>
        Math.Sqrt(from.Zip(to, (a, b) => Math.Pow(a.ToDouble(null) - b, 2)).Sum());
}
