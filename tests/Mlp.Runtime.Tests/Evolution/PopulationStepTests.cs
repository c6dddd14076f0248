using System;
using System.Runtime.Intrinsics;
using Mlp.Evolution;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Evolution;

/// <summary>A population computes what its agents would as networks, bit for bit, at every vector width.</summary>
public sealed class PopulationStepTests
{
    private static readonly int[] Sizes = [1, 15, 16, 17, 33];

    [Fact]
    public void Agents_are_networks_of_their_parameters_where_batches_go_through_registers()
    {
        RequireSame<TinyBrain>(hasKernels: true);
        RequireSame<RegisterClassifier>(hasKernels: true);
        RequireSame<SmallestBrain>(hasKernels: true);
    }

    [Fact]
    public void Agents_are_networks_of_their_parameters_where_batches_go_in_rows()
    {
        RequireSame<ControllerBrain>(hasKernels: true);
        RequireSame<WideClassifier>(hasKernels: true);
        RequireSame<FastClassifier>(hasKernels: true);
    }

    [Fact]
    public void Agents_are_networks_of_their_parameters_with_every_activation()
    {
        RequireSame<FirstActivations>(hasKernels: true);
        RequireSame<SecondActivations>(hasKernels: true);
    }

    [Fact]
    public void Agents_are_networks_of_their_parameters_with_layers_of_each_value()
    {
        RequireSame<ElementBrain>(hasKernels: true);
        RequireSame<StructBrain>(hasKernels: true);
    }

    [Fact]
    public void Agents_are_networks_of_their_parameters_where_there_are_no_kernels()
    {
        RequireSame<SeeingBrain>(hasKernels: false);
        RequireSame<PlainBrain>(hasKernels: false);
    }

    [Fact]
    public void A_NaN_stays_with_its_agent()
    {
        using var population = new Population<ControllerBrain>(33);
        float[] inputs = Samples.Of<ControllerBrain>(33);
        float[] outputs = new float[33 * ControllerBrain.OutputSize];
        population.Step(inputs, outputs);
        float[] before = [.. outputs];
        inputs[20 * ControllerBrain.InputSize] = float.NaN;
        population.Step(inputs, outputs);
        for (int index = 0; index < outputs.Length; index++)
        {
            bool isOfThatAgent = index / ControllerBrain.OutputSize == 20;
            float.IsNaN(outputs[index]).ShouldBe(isOfThatAgent);
            if (!isOfThatAgent)
            {
                outputs[index].ShouldBe(before[index]);
            }
        }
    }

    [Fact]
    public void Nothing_but_the_outputs_is_written()
    {
        foreach (int agents in Sizes)
        {
            using var population = new Population<FastClassifier>(agents);
            float[] outputs = new float[64 + (agents * FastClassifier.OutputSize)];
            Array.Fill(outputs, 7);
            population.Step(Samples.Of<FastClassifier>(agents), outputs.AsSpan(32, agents * FastClassifier.OutputSize));
            outputs.AsSpan(0, 32).IndexOfAnyExcept(7f).ShouldBe(-1);
            outputs.AsSpan(32 + (agents * FastClassifier.OutputSize)).IndexOfAnyExcept(7f).ShouldBe(-1);
            outputs.AsSpan(32, agents * FastClassifier.OutputSize).IndexOf(7f).ShouldBe(-1);
        }
    }

    [Fact]
    public void A_step_allocates_nothing_after_the_first()
    {
        foreach (int threads in new[] { 1, 2 })
        {
            AllocatedByStep<TinyBrain>(threads).ShouldBe(0);
            AllocatedByStep<PlainBrain>(threads).ShouldBe(0);
        }
    }

    [Fact]
    public void Wrong_lengths_and_overlaps_are_refused()
    {
        using var population = new Population<TinyBrain>(3);
        float[] memory = new float[64];
        Should.Throw<ArgumentException>(() => population.Step(memory.AsSpan(0, 11), memory.AsSpan(32, 6))).Message
            .ShouldContain("inputs has length 11, but must have length 12");
        Should.Throw<ArgumentException>(() => population.Step(memory.AsSpan(0, 12), memory.AsSpan(32, 7))).Message
            .ShouldContain("outputs has length 7, but must have length 6");
        Should.Throw<ArgumentException>(() => population.Step(memory.AsSpan(0, 12), memory.AsSpan(11, 6)));
        Should.Throw<ArgumentOutOfRangeException>(() => new Population<TinyBrain>(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new Population<TinyBrain>(1, degreeOfParallelism: 0));
    }

    [Fact]
    public void A_disposed_population_computes_no_more()
    {
        var population = new Population<TinyBrain>(40, degreeOfParallelism: 2);
        population.Dispose();
        population.Dispose();
        Should.Throw<ObjectDisposedException>(() => population.Step(new float[160], new float[80]));
        Should.Throw<ObjectDisposedException>(() => population.Evolve(new float[40]));
        Should.Throw<ObjectDisposedException>(() => population.Mutate(0.1, 0.1));
    }

    private static void RequireSame<TNetwork>(bool hasKernels)
        where TNetwork : INetwork<TNetwork>, new()
    {
        float[] expected = new float[TNetwork.OutputSize];
        foreach (int agents in Sizes)
        {
            float[] inputs = Samples.Of<TNetwork>(agents);
            foreach (int threads in new[] { 1, 3 })
            {
                using var population = new Population<TNetwork>(agents, seed: 3, threads);
                population.HasKernels.ShouldBe(hasKernels && Vector128.IsHardwareAccelerated);

                // Biases and slopes of their own too.
                population.Mutate(1, 0.3);
                float[] outputs = new float[agents * TNetwork.OutputSize];
                population.Step(inputs, outputs);
                for (int agent = 0; agent < agents; agent++)
                {
                    population.ToNetwork(agent).ForwardBatch(inputs.AsSpan(agent * TNetwork.InputSize, TNetwork.InputSize), expected);
                    Samples.BitsOf(outputs.AsSpan(agent * TNetwork.OutputSize, TNetwork.OutputSize))
                        .ShouldBe(Samples.BitsOf(expected), $"agent {agent} of {agents} in {threads} threads");
                }
            }
        }
    }

    private static long AllocatedByStep<TNetwork>(int threads)
        where TNetwork : INetwork<TNetwork>, new()
    {
        using var population = new Population<TNetwork>(50, degreeOfParallelism: threads);
        float[] inputs = Samples.Of<TNetwork>(50);
        float[] outputs = new float[50 * TNetwork.OutputSize];
        return Allocations.Of(() => population.Step(inputs, outputs));
    }
}
