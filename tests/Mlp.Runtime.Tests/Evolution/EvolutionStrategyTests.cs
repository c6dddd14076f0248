using System;
using System.Linq;
using Mlp.Evolution;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Evolution;

/// <summary>The strategy that asks and is told.</summary>
public sealed class EvolutionStrategyTests
{
    [Fact]
    public void Telling_what_was_not_asked_for_is_refused_and_moves_nothing()
    {
        var strategy = new EvolutionStrategy([1, 2], candidates: 2);
        Should.Throw<InvalidOperationException>(() => strategy.Tell([1, 2])).Message.ShouldContain("call Ask before each Tell");
        strategy.Ask(new float[4]);
        strategy.Tell([1, 2]);
        float[] mean = strategy.Mean.ToArray();
        Should.Throw<InvalidOperationException>(() => strategy.Tell([1, 2]));
        (strategy.Mean.ToArray().AsSpan().SequenceEqual(mean), strategy.Generation).ShouldBe((true, 1L));
        Should.Throw<ArgumentException>(() => new EvolutionStrategy([1, float.NaN], 2)).Message.ShouldContain("mean has NaN at index 1");
    }

    [Fact]
    public void It_climbs_to_the_top_of_a_hill()
    {
        float[] top = [.. Enumerable.Range(0, 20).Select(static index => (float)Math.Sin(index))];
        var strategy = new EvolutionStrategy(new float[20], candidates: 60, deviation: 0.1, learningRate: 0.15, seed: 3);
        float[] matrix = new float[60 * 20];
        float[] fitness = new float[60];
        for (int generation = 0; generation < 150; generation++)
        {
            strategy.Ask(matrix);
            for (int candidate = 0; candidate < 60; candidate++)
            {
                fitness[candidate] = -Distance(matrix.AsSpan(candidate * 20, 20), top);
            }

            strategy.Tell(fitness);
        }

        Distance(new float[20], top).ShouldBeGreaterThan(3);
        Distance(strategy.Mean, top).ShouldBeLessThan(0.2f);
        strategy.Generation.ShouldBe(150);
    }

    [Fact]
    public void It_is_what_its_formula_says()
    {
        float[] start = [1, -2, 3];
        var strategy = new EvolutionStrategy(start, candidates: 4, deviation: 0.5, learningRate: 0.25, seed: 8);
        float[] matrix = new float[12];
        strategy.Ask(matrix);
        double[][] noise = [.. Enumerable.Range(0, 2).Select(pair => Enumerable.Range(0, 3).Select(new EvolutionDraws(8, 0).Of(DrawPurpose.Noise, pair).Normal).ToArray())];
        for (int index = 0; index < 12; index++)
        {
            int sign = index / 3 % 2 == 0 ? 1 : -1;
            matrix[index].ShouldBe((float)(start[index % 3] + (sign * (0.5 * noise[index / 6][index % 3]))));
        }

        // Places: the third, the second and the fourth, which are equal, the first, which is none.
        strategy.Tell([float.NaN, 2, 7, 2]);
        double[] utilities = [-0.5, 0, 0.5, 0];
        for (int parameter = 0; parameter < 3; parameter++)
        {
            double sum = ((utilities[0] - utilities[1]) * noise[0][parameter]) + ((utilities[2] - utilities[3]) * noise[1][parameter]);
            strategy.Mean[parameter].ShouldBe((float)(start[parameter] + (0.25 / (4 * 0.5) * sum)));
        }
    }

    [Fact]
    public void Asking_again_gives_the_same_and_equal_fitness_moves_nothing()
    {
        var strategy = new EvolutionStrategy(new float[5], candidates: 6);
        float[] first = new float[30];
        float[] second = new float[30];
        strategy.Ask(first);
        strategy.Ask(second);
        second.ShouldBe(first);
        strategy.Tell(new float[6]);
        strategy.Mean.ToArray().ShouldBe(new float[5]);
        strategy.Ask(second);
        second.ShouldNotBe(first);
    }

    [Fact]
    public void Its_candidates_are_agents()
    {
        float[] start = new float[TinyBrain.ParameterCount];
        new TinyBrain(4).CopyParametersTo(start);
        var strategy = new EvolutionStrategy(start, candidates: 20);
        using var population = new Population<TinyBrain>(20);
        float[] matrix = new float[20 * TinyBrain.ParameterCount];
        strategy.Ask(matrix);
        population.SetParameters(matrix);
        PopulationParameterTests.MatrixOf(population).ShouldBe(matrix);
        float[] fitness = new float[20];
        Allocations.Of(() => strategy.Ask(matrix)).ShouldBe(0);
        Allocations.Of(() =>
        {
            strategy.Ask(matrix);
            strategy.Tell(fitness);
        }).ShouldBe(0);
    }

    [Fact]
    public void Numbers_out_of_their_range_are_refused()
    {
        Should.Throw<ArgumentException>(() => new EvolutionStrategy([], 2));
        Should.Throw<ArgumentOutOfRangeException>(() => new EvolutionStrategy([1], 3)).Message.ShouldContain("candidates is 3, but must be an even number");
        Should.Throw<ArgumentOutOfRangeException>(() => new EvolutionStrategy([1], 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new EvolutionStrategy([1], 2, deviation: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new EvolutionStrategy([1], 2, learningRate: double.NaN));
        var strategy = new EvolutionStrategy([1], 2);
        Should.Throw<ArgumentException>(() => strategy.Ask(new float[3])).Message.ShouldContain("matrix has length 3, but must have length 2");
        Should.Throw<ArgumentException>(() => strategy.Tell(new float[3])).Message.ShouldContain("fitness has length 3, but must have length 2");
    }

    private static float Distance(ReadOnlySpan<float> from, ReadOnlySpan<float> to)
    {
        float sum = 0;
        for (int index = 0; index < to.Length; index++)
        {
            sum += (from[index] - to[index]) * (from[index] - to[index]);
        }

        return MathF.Sqrt(sum);
    }
}
