using System;
using System.Linq;
using Mlp.Evolution;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Evolution;

/// <summary>Agents start as networks do, and their parameters go in and out unchanged.</summary>
public sealed class PopulationParameterTests
{
    [Fact]
    public void Agents_start_as_networks_of_neighbouring_seeds()
    {
        using var population = new Population<ControllerBrain>(18, seed: ulong.MaxValue);
        float[] actual = new float[ControllerBrain.ParameterCount];
        float[] expected = new float[ControllerBrain.ParameterCount];
        for (int agent = 0; agent < population.Agents; agent++)
        {
            new ControllerBrain(unchecked(ulong.MaxValue + (ulong)agent)).CopyParametersTo(expected);
            population.CopyAgentTo(agent, actual);
            actual.ShouldBe(expected);
        }
    }

    [Fact]
    public void A_matrix_comes_back_as_it_went_in()
    {
        RequireRoundTrip<TinyBrain>();
        RequireRoundTrip<WideClassifier>();
        RequireRoundTrip<ElementBrain>();
        RequireRoundTrip<SeeingBrain>();
    }

    [Fact]
    public void An_agent_is_replaced_alone()
    {
        using var population = new Population<ElementBrain>(20);
        float[] before = MatrixOf(population);
        float[] own = [.. Enumerable.Range(0, ElementBrain.ParameterCount).Select(static index => 1f + index)];
        population.SetAgent(17, own);
        float[] after = MatrixOf(population);
        RowOf<ElementBrain>(after, 17).ShouldBe(own);
        own.CopyTo(before.AsSpan(17 * ElementBrain.ParameterCount));
        after.ShouldBe(before);

        population.CopyAgent(17, 3);
        own.CopyTo(before.AsSpan(3 * ElementBrain.ParameterCount));
        MatrixOf(population).ShouldBe(before);
    }

    [Fact]
    public void A_network_goes_in_and_comes_out()
    {
        using var population = new Population<StructBrain>(2);
        var trained = new StructBrain(99);
        population.SetAgent(1, trained);
        float[] expected = new float[StructBrain.ParameterCount];
        trained.CopyParametersTo(expected);
        float[] actual = new float[StructBrain.ParameterCount];
        population.ToNetwork(1).CopyParametersTo(actual);
        actual.ShouldBe(expected);
        var other = new StructBrain(5);
        population.CopyAgentTo(1, other);
        other.CopyParametersTo(actual);
        actual.ShouldBe(expected);
    }

    [Fact]
    public void Wrong_agents_and_lengths_are_refused()
    {
        using var population = new Population<TinyBrain>(3);
        float[] one = new float[TinyBrain.ParameterCount];
        Should.Throw<ArgumentOutOfRangeException>(() => population.CopyAgentTo(3, one)).Message.ShouldContain("agent is 3, but must be 0 to 2: there are 3 agents.");
        Should.Throw<ArgumentOutOfRangeException>(() => population.SetAgent(-1, one));
        Should.Throw<ArgumentOutOfRangeException>(() => population.CopyAgent(0, 3));
        Should.Throw<ArgumentException>(() => population.CopyAgentTo(0, one.AsSpan(1))).Message.ShouldContain("has length 57, but must have length 58");
        Should.Throw<ArgumentException>(() => population.SetParameters(one)).Message.ShouldContain("matrix has length 58, but must have length 174");
        Should.Throw<ArgumentException>(() => population.CopyParametersTo(one));
        Should.Throw<ArgumentNullException>(() => population.SetAgent(0, (TinyBrain)null!));
    }

    private static void RequireRoundTrip<TNetwork>()
        where TNetwork : INetwork<TNetwork>, new()
    {
        foreach (int agents in new[] { 1, 15, 16, 17, 33 })
        {
            using var population = new Population<TNetwork>(agents);
            float[] matrix = [.. Enumerable.Range(0, agents * TNetwork.ParameterCount).Select(static index => BitConverter.Int32BitsToSingle(index - 5000))];
            population.SetParameters(matrix);
            Samples.BitsOf(MatrixOf(population)).ShouldBe(Samples.BitsOf(matrix));
            float[] agent = new float[TNetwork.ParameterCount];
            population.CopyAgentTo(agents - 1, agent);
            Samples.BitsOf(agent).ShouldBe(Samples.BitsOf(RowOf<TNetwork>(matrix, agents - 1)));
        }
    }

    internal static float[] MatrixOf<TNetwork>(Population<TNetwork> population)
        where TNetwork : INetwork<TNetwork>, new()
    {
        float[] matrix = new float[population.Agents * TNetwork.ParameterCount];
        population.CopyParametersTo(matrix);
        return matrix;
    }

    internal static float[] RowOf<TNetwork>(float[] matrix, int agent)
        where TNetwork : INetwork<TNetwork> => matrix.AsSpan(agent * TNetwork.ParameterCount, TNetwork.ParameterCount).ToArray();
}
