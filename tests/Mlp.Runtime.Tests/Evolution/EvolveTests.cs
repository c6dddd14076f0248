using System;
using System.Linq;
using Mlp.Evolution;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Evolution;

/// <summary>What a generation has of the one before: against the definition of each operator.</summary>
public sealed class EvolveTests
{
    private const int Agents = 2000;

    // Agent i has i in every parameter, and fitness i: the place of a parent can be read off its child.
    private static readonly float[] Rising = [.. Enumerable.Range(0, Agents).Select(static agent => (float)agent)];

    private static readonly EvolutionOptions Selecting = new() { Crossover = Crossover.None, MutationRate = 0, Elites = 0 };

    [Fact]
    public void A_tournament_of_billions_ends_at_the_best_agent() =>
        ParentsOf(Selecting with { Selection = Selection.Tournament(int.MaxValue) }).ShouldAllBe(static parent => parent == Agents - 1);

    [Fact]
    public void A_tournament_takes_the_best_of_those_it_draws()
    {
        const int Size = 3;
        int[] places = [.. ParentsOf(Selecting with { Selection = Selection.Tournament(Size) }).Select(static parent => Agents - 1 - parent)];

        // A place is at least r in (1 − r/n)^k of all tournaments.
        foreach (double part in new[] { 0.1, 0.25, 0.5, 0.75 })
        {
            double expected = Math.Pow(1 - part, Size);
            ((double)places.Count(place => place >= part * Agents) / Agents).ShouldBe(expected, 5 * Math.Sqrt(expected * (1 - expected) / Agents));
        }
    }

    [Fact]
    public void A_tournament_of_one_does_not_ask_for_fitness() =>
        ParentsOf(Selecting with { Selection = Selection.Tournament(1) }).Average().ShouldBe((Agents - 1) / 2.0, 5 * Agents / Math.Sqrt(12.0 * Agents));

    [Fact]
    public void Truncation_takes_the_best_ones_equally_often()
    {
        int[] parents = ParentsOf(Selecting with { Selection = Selection.Truncation(0.05) });
        parents.Min().ShouldBe(Agents - 100);
        double expected = Agents / 100.0;
        double square = Enumerable.Range(Agents - 100, 100).Sum(agent => Math.Pow(parents.Count(parent => parent == agent) - expected, 2) / expected);
        square.ShouldBeInRange(50, 162, "χ² of 99 degrees of freedom, one in ten thousand");
        ParentsOf(Selecting with { Selection = Selection.Truncation(1e-9) }).Distinct().ShouldBe([Agents - 1]);
    }

    [Fact]
    public void The_best_go_on_bit_for_bit_and_come_first()
    {
        using var population = new Population<ControllerBrain>(40, seed: 4);
        population.Mutate(1, 1);
        float[] before = PopulationParameterTests.MatrixOf(population);
        float[] fitness = [.. Enumerable.Range(0, 40).Select(static agent => (float)(agent * 7 % 40))];
        fitness[3] = float.NaN;
        fitness[5] = float.PositiveInfinity;
        population.Evolve(fitness, new EvolutionOptions { Elites = 4, MutationRate = 1 });
        float[] after = PopulationParameterTests.MatrixOf(population);
        int[] best = [5, .. Enumerable.Range(0, 40).Where(static agent => agent is not 3 and not 5).OrderByDescending(agent => fitness[agent])];
        for (int elite = 0; elite < 4; elite++)
        {
            PopulationParameterTests.RowOf<ControllerBrain>(after, elite).ShouldBe(PopulationParameterTests.RowOf<ControllerBrain>(before, best[elite]));
        }

        PopulationParameterTests.RowOf<ControllerBrain>(after, 4).ShouldNotBe(PopulationParameterTests.RowOf<ControllerBrain>(before, best[4]));
    }

    [Fact]
    public void The_best_agent_is_told_with_its_fitness_and_where_it_stands()
    {
        using var population = new Population<TinyBrain>(20, seed: 4);
        float[] best = PopulationParameterTests.RowOf<TinyBrain>(PopulationParameterTests.MatrixOf(population), 7);
        float[] fitness = [.. Enumerable.Range(0, 20).Select(static agent => agent is 7 or 9 ? 3.5f : agent is 8 ? float.NaN : 1)];
        population.Evolve(fitness, new EvolutionOptions { Elites = 2 }).ShouldBe(new BestAgent(7, 3.5f, 0));
        PopulationParameterTests.RowOf<TinyBrain>(PopulationParameterTests.MatrixOf(population), 0).ShouldBe(best);
        population.Evolve(fitness, new EvolutionOptions { Elites = 0 }).ShouldBe(new BestAgent(7, 3.5f, null));
        Array.Fill(fitness, float.NaN);
        population.Evolve(fitness).ShouldBe(new BestAgent(0, float.NaN, 0));
    }

    [Fact]
    public void NaN_is_worst_and_the_first_of_equals_is_best()
    {
        var ranking = new FitnessRanking(8);
        ranking.Rank([1, float.NaN, -0f, 0, float.NegativeInfinity, 1, float.NaN, float.PositiveInfinity]);
        Enumerable.Range(0, 8).Select(place => ranking[place]).ShouldBe([7, 0, 5, 2, 3, 4, 1, 6]);
        ranking.AreEqual(3, 4).ShouldBeTrue("both zeros are the same number");
        ranking.AreEqual(0, 1).ShouldBeFalse();
    }

    [Fact]
    public void All_agents_may_be_elites()
    {
        using var population = new Population<TinyBrain>(5);
        float[] before = PopulationParameterTests.MatrixOf(population);
        population.Evolve([5, 4, 3, 2, 1], new EvolutionOptions { Elites = 100 });
        PopulationParameterTests.MatrixOf(population).ShouldBe(before);
        population.Generation.ShouldBe(1);
    }

    [Fact]
    public void Threads_do_not_show()
    {
        float[] one = Evolved(threads: 1);
        Samples.BitsOf(Evolved(threads: 2)).ShouldBe(Samples.BitsOf(one));
        Samples.BitsOf(Evolved(threads: 5)).ShouldBe(Samples.BitsOf(one));
    }

    [Fact]
    public void Operators_allocate_nothing_after_their_first_call()
    {
        using var population = new Population<TinyBrain>(50, degreeOfParallelism: 2);
        float[] fitness = new float[50];
        var options = new EvolutionOptions { Crossover = Crossover.ByUnit, Selection = Selection.Truncation(0.2) };
        Allocations.Of(() => population.Evolve(fitness, options)).ShouldBe(0);
        Allocations.Of(() => population.Evolve(fitness)).ShouldBe(0);
        Allocations.Of(() => population.Mutate(0.1, 0.1)).ShouldBe(0);
        Allocations.Of(() => population.Cross(0, 1, 2, Crossover.Blend)).ShouldBe(0);
    }

    [Fact]
    public void Numbers_out_of_their_range_are_refused()
    {
        using var population = new Population<TinyBrain>(3);
        Should.Throw<ArgumentException>(() => population.Evolve(new float[2])).Message.ShouldContain("fitness has length 2, but must have length 3");
        Should.Throw<ArgumentOutOfRangeException>(() => population.Mutate(1.1, 1)).Message.ShouldContain("rate is 1.1, but must be 0 to 1");
        Should.Throw<ArgumentOutOfRangeException>(() => population.Mutate(double.NaN, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => population.Mutate(1, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => population.Cross(0, 3, 0, Crossover.Uniform));
        Should.Throw<ArgumentOutOfRangeException>(() => population.Cross(0, 1, 0, (Crossover)9));
        Should.Throw<ArgumentOutOfRangeException>(() => Selection.Tournament(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Selection.Truncation(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Selection.Truncation(1.5));
        Should.Throw<ArgumentOutOfRangeException>(() => new EvolutionOptions { Elites = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new EvolutionOptions { CrossoverRate = 2 });
        population.Generation.ShouldBe(0);
    }

    private static int[] ParentsOf(EvolutionOptions options)
    {
        using var population = new Population<SmallestBrain>(Agents, seed: 12);
        population.SetParameters([.. Rising.SelectMany(static agent => Enumerable.Repeat(agent, SmallestBrain.ParameterCount))]);
        population.Evolve(Rising, options);
        float[] children = PopulationParameterTests.MatrixOf(population);
        return [.. Enumerable.Range(0, Agents).Select(agent => (int)children[agent * SmallestBrain.ParameterCount])];
    }

    private static float[] Evolved(int threads)
    {
        using var population = new Population<ElementBrain>(70, seed: 21, threads);
        float[] fitness = [.. Enumerable.Range(0, 70).Select(static agent => (float)(agent * 31 % 70))];
        population.Mutate(0.5, 0.2);
        foreach (Crossover crossover in Enum.GetValues<Crossover>())
        {
            population.Evolve(fitness, new EvolutionOptions { Crossover = crossover });
        }

        return PopulationParameterTests.MatrixOf(population);
    }
}
