using System;
using System.Linq;
using Mlp.Evolution;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Evolution;

/// <summary>Mutation and crossover of the parameters themselves.</summary>
public sealed class OperatorTests
{
    [Fact]
    public void A_mutation_changes_as_many_parameters_as_its_rate_by_its_deviation()
    {
        const double Rate = 0.2;
        const double Deviation = 0.5;
        using var population = new Population<ControllerBrain>(64, seed: 2);
        float[] before = PopulationParameterTests.MatrixOf(population);
        population.Mutate(Rate, Deviation);
        float[] after = PopulationParameterTests.MatrixOf(population);
        double[] changes = [.. after.Zip(before, static (to, from) => (double)to - from).Where(static change => change != 0)];
        ((double)changes.Length / before.Length).ShouldBe(Rate, 5 * Math.Sqrt(Rate * (1 - Rate) / before.Length));
        changes.Average().ShouldBe(0, 5 * Deviation / Math.Sqrt(changes.Length));
        Math.Sqrt(changes.Average(static change => change * change)).ShouldBe(Deviation, 5 * Deviation / Math.Sqrt(2 * changes.Length));
        population.Mutate(Rate, Deviation);
        population.Generation.ShouldBe(2);
        PopulationParameterTests.MatrixOf(population).Zip(after, static (to, from) => to != from).Zip(after.Zip(before, static (to, from) => to != from), static (second, first) => second && first).Count(static both => both)
            .ShouldBeInRange(3200, 4050, "the second time others change: both times 1 in 25");
    }

    [Fact]
    public void A_mutation_is_what_its_numbers_say()
    {
        using var population = new Population<TinyBrain>(20, seed: 9);
        float[] expected = PopulationParameterTests.MatrixOf(population);
        population.Mutate(0.3, 2);
        for (int agent = 0; agent < 20; agent++)
        {
            AgentDraws changes = new EvolutionDraws(9, 0).Of(DrawPurpose.Mutation, agent);
            AgentDraws deviations = new EvolutionDraws(9, 0).Of(DrawPurpose.Deviation, agent);
            for (int parameter = 0; parameter < TinyBrain.ParameterCount; parameter++)
            {
                ref float value = ref expected[(agent * TinyBrain.ParameterCount) + parameter];
                value = changes.Uniform(parameter) < 0.3 ? (float)(value + (2 * deviations.Normal(parameter))) : value;
            }
        }

        PopulationParameterTests.MatrixOf(population).ShouldBe(expected);
    }

    [Fact]
    public void Uniform_crossover_takes_each_parameter_from_either_parent()
    {
        (float[] a, float[] b, float[] child) = Cross<ControllerBrain>(Crossover.Uniform);
        child.Zip(a.Zip(b), static (own, parents) => own == parents.First || own == parents.Second).ShouldAllBe(static isOfOne => isOfOne);
        ((double)child.Zip(a, static (own, first) => own == first).Count(static isFirst => isFirst) / child.Length).ShouldBe(0.5, 2.5 / Math.Sqrt(child.Length));
    }

    [Fact]
    public void Crossover_by_unit_keeps_the_weights_and_the_bias_of_an_output_together()
    {
        (float[] a, float[] b, float[] child) = Cross<ControllerBrain>(Crossover.ByUnit);
        bool[] isFirst = [.. child.Zip(a, static (own, first) => own == first)];
        child.Zip(b, static (own, second) => own == second).Zip(isFirst, static (second, first) => second != first).ShouldAllBe(static isOfOne => isOfOne);
        int start = 0;
        int units = 0;
        int first = 0;
        foreach ((int inputs, int outputs) in new[] { (8, 32), (32, 32), (32, 4) })
        {
            for (int output = 0; output < outputs; output++)
            {
                bool[] unit = [.. isFirst.Skip(start + (output * inputs)).Take(inputs), isFirst[start + (outputs * inputs) + output]];
                unit.Distinct().Count().ShouldBe(1);
                first += unit[0] ? 1 : 0;
                units++;
            }

            start += (inputs + 1) * outputs;
        }

        first.ShouldBeInRange(units / 4, units * 3 / 4);
    }

    [Fact]
    public void Units_of_a_convolution_are_its_filters()
    {
        int[] units = ParameterUnits.Of(SeeingBrain.Description);
        units.Length.ShouldBe(SeeingBrain.ParameterCount);
        units.Take(30).ShouldBe([.. Enumerable.Repeat(0, 9), .. Enumerable.Repeat(1, 9), .. Enumerable.Repeat(2, 9), 0, 1, 2]);
        units.Skip(30).Min().ShouldBe(3);
        units.Max().ShouldBe(6);
    }

    [Fact]
    public void A_blend_is_uniform_between_the_parents_and_past_them_by_its_reach()
    {
        foreach (double reach in new[] { 0, 0.5 })
        {
            (float[] a, float[] b, float[] child) = Cross<ControllerBrain>(Crossover.Blend, reach);
            double[] places = [.. Enumerable.Range(0, child.Length).Where(index => Math.Abs(b[index] - a[index]) > 0.05).Select(index => (child[index] - (double)a[index]) / ((double)b[index] - a[index]))];
            places.ShouldAllBe(place => place >= -reach - 1e-4 && place <= 1 + reach + 1e-4);
            double width = 1 + (2 * reach);
            places.Average().ShouldBe(0.5, 5 * width / Math.Sqrt(12 * places.Length));
            places.Average(static place => (place - 0.5) * (place - 0.5)).ShouldBe(width * width / 12, 5 * width * width / Math.Sqrt(180 * places.Length));
        }
    }

    [Fact]
    public void A_child_may_take_the_place_of_a_parent()
    {
        using var population = new Population<TinyBrain>(3, seed: 1);
        float[] second = PopulationParameterTests.RowOf<TinyBrain>(PopulationParameterTests.MatrixOf(population), 1);
        population.Cross(1, 0, 0, Crossover.None);
        PopulationParameterTests.RowOf<TinyBrain>(PopulationParameterTests.MatrixOf(population), 0).ShouldBe(second);
    }

    private static (float[] First, float[] Second, float[] Child) Cross<TNetwork>(Crossover crossover, double reach = 0)
        where TNetwork : INetwork<TNetwork>, new()
    {
        using var population = new Population<TNetwork>(18, seed: 6);
        population.Mutate(1, 1);
        float[] before = PopulationParameterTests.MatrixOf(population);
        population.Cross(2, 17, 9, crossover, reach);
        float[] after = PopulationParameterTests.MatrixOf(population);
        return (PopulationParameterTests.RowOf<TNetwork>(before, 2), PopulationParameterTests.RowOf<TNetwork>(before, 17), PopulationParameterTests.RowOf<TNetwork>(after, 9));
    }
}
