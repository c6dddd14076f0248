using System;
using System.Linq;
using Mlp.Evolution;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Evolution;

/// <summary>Populations of another number of agents: who is kept, who is new, and what goes on.</summary>
public sealed class ResizeTests
{
    private const int Agents = 20;

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(Agents)]
    [InlineData(47)]
    public void The_first_agents_are_kept_and_copies_follow_in_turn(int agents)
    {
        using Population<ElementBrain> population = Changed();
        float[] before = PopulationParameterTests.MatrixOf(population);
        using Population<ElementBrain> resized = population.Resized(agents);
        resized.Agents.ShouldBe(agents);
        float[] after = PopulationParameterTests.MatrixOf(resized);
        for (int agent = 0; agent < agents; agent++)
        {
            RowOf(after, agent).ShouldBe(RowOf(before, agent % Agents));
        }

        PopulationParameterTests.MatrixOf(population).ShouldBe(before);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(47)]
    public void The_best_agents_are_kept_in_their_order(int agents)
    {
        using Population<ElementBrain> population = Changed();
        float[] before = PopulationParameterTests.MatrixOf(population);
        float[] fitness = [.. Enumerable.Range(0, Agents).Select(static agent => (float)(agent * 7 % Agents))];
        fitness[3] = float.NaN;
        int[] order = [.. Enumerable.Range(0, Agents).OrderByDescending(agent => agent == 3 ? -1 : fitness[agent])];
        using Population<ElementBrain> resized = population.Resized(agents, fitness);
        float[] after = PopulationParameterTests.MatrixOf(resized);
        for (int agent = 0; agent < agents; agent++)
        {
            RowOf(after, agent).ShouldBe(RowOf(before, order[agent % Agents]));
        }
    }

    [Fact]
    public void Newcomers_begin_as_networks_do_and_differ_from_generation_to_generation()
    {
        using Population<ElementBrain> population = Changed();
        float[] before = PopulationParameterTests.MatrixOf(population);
        using Population<ElementBrain> resized = population.Resized(47, Newcomers.Initialized);
        using Population<ElementBrain> again = population.Resized(60, new float[Agents], Newcomers.Initialized);
        float[] after = PopulationParameterTests.MatrixOf(resized);
        after[..before.Length].ShouldBe(before);
        PopulationParameterTests.MatrixOf(again)[..after.Length].ShouldBe(after, "of equals the first come first, and an agent's numbers do not depend on how many there are");
        float[][] rows = [.. Enumerable.Range(0, 47).Select(agent => RowOf(after, agent))];
        rows.Select(static row => row[0]).Distinct().Count().ShouldBe(47);

        var network = new ElementBrain();
        float[] expected = new float[ElementBrain.ParameterCount];
        network.Initialize(new EvolutionDraws(population.Seed, population.Generation).Of(DrawPurpose.Arrival, 46).Bits(0));
        network.CopyParametersTo(expected);
        rows[46].ShouldBe(expected);
        population.Mutate(0, 0);
        using Population<ElementBrain> later = population.Resized(47, Newcomers.Initialized);
        RowOf(PopulationParameterTests.MatrixOf(later), 46).ShouldNotBe(rows[46]);
    }

    [Fact]
    public void An_evolution_goes_on_as_if_it_had_always_been_that_many()
    {
        using Population<TinyBrain> population = new(30, seed: 8, degreeOfParallelism: 2);
        float[] fitness = [.. Enumerable.Range(0, 30).Select(static agent => (float)agent)];
        population.Evolve(fitness);
        using Population<TinyBrain> resized = population.Resized(30);
        (resized.Seed, resized.Generation).ShouldBe((8ul, 1));
        population.Evolve(fitness);
        resized.Evolve(fitness);
        PopulationParameterTests.MatrixOf(resized).ShouldBe(PopulationParameterTests.MatrixOf(population));
        float[] inputs = Samples.Of<TinyBrain>(30), outputs = new float[30 * TinyBrain.OutputSize], expected = new float[outputs.Length];
        population.Step(inputs, expected);
        population.Dispose();
        resized.Step(inputs, outputs);
        outputs.ShouldBe(expected);
    }

    [Fact]
    public void Numbers_out_of_their_range_are_refused()
    {
        using var population = new Population<TinyBrain>(3);
        Should.Throw<ArgumentOutOfRangeException>(() => population.Resized(0)).Message.ShouldContain("agents is 0, but must be");
        Should.Throw<ArgumentOutOfRangeException>(() => population.Resized(3, (Newcomers)9)).Message.ShouldContain("newcomers");
        Should.Throw<ArgumentException>(() => population.Resized(3, new float[2])).Message.ShouldContain("fitness has length 2, but must have length 3");
        Should.Throw<ArgumentException>(() => population.Resized(int.MaxValue)).Message.ShouldContain("take fewer agents");
    }

    private static Population<ElementBrain> Changed()
    {
        var population = new Population<ElementBrain>(Agents, seed: 5);
        population.Mutate(1, 1);
        return population;
    }

    private static float[] RowOf(float[] matrix, int agent) => PopulationParameterTests.RowOf<ElementBrain>(matrix, agent);
}
