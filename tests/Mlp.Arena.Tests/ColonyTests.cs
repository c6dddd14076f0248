using System;
using System.IO;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>Generations: what goes on, what is replayed, and what is brought in.</summary>
public sealed class ColonyTests
{
    private const int Creatures = 32;
    private const int Steps = 120;

    [Fact]
    public void The_best_goes_on_and_the_world_begins_anew()
    {
        using var colony = new Colony(Creatures, seed: 3, Steps);
        EndGeneration(colony);
        colony.Last.Generation.ShouldBe(1);
        colony.Last.Creatures.ShouldBe(Creatures);
        colony.Last.Best.ShouldBeGreaterThan(colony.Last.Mean);
        colony.Last.Mean.ShouldBeGreaterThan(0);
        (colony.Generation, colony.Step).ShouldBe((2, 0));
        colony.World.Creatures.CountAlive().ShouldBe(Creatures);
        ParametersOf(colony, 0).ShouldBe(colony.Champion);
        ParametersOf(colony, Creatures - 1).ShouldNotBe(colony.Champion);
    }

    [Fact]
    public void A_planned_number_and_a_newcomer_come_with_the_next_generation()
    {
        using var colony = new Colony(Creatures, seed: 3, Steps);
        float[] newcomer = new float[Brain.ParameterCount];
        new Brain(seed: 99).CopyParametersTo(newcomer);
        colony.Plan(new Intervention(Creatures: 2 * Creatures));
        colony.Plan(new Intervention(Newcomer: newcomer));
        colony.Brains.Agents.ShouldBe(Creatures);
        EndGeneration(colony);

        colony.Planned.ShouldBeNull();
        colony.Brains.Agents.ShouldBe(2 * Creatures);
        colony.World.Creatures.Count.ShouldBe(2 * Creatures);
        for (int agent = 0; agent < 2 * Creatures; agent++)
        {
            bool isNew = agent >= 2 * Creatures * 3 / 4;
            newcomer.AsSpan().SequenceEqual(ParametersOf(colony, agent)).ShouldBe(isNew);
        }

        ParametersOf(colony, Creatures).ShouldBe(ParametersOf(colony, 0));
        colony.Plan(new Intervention(Creatures: Colony.FewestCreatures));
        EndGeneration(colony);
        colony.Brains.Agents.ShouldBe(Colony.FewestCreatures);
        EndGeneration(colony);
    }

    [Theory]
    [InlineData(Colony.FewestCreatures - 1)]
    [InlineData(Colony.MostCreatures + 1)]
    public void Too_few_and_too_many_creatures_are_refused(int creatures)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Colony(creatures, seed: 1));
        using var colony = new Colony(Creatures, seed: 1);
        Should.Throw<ArgumentOutOfRangeException>(() => colony.Plan(new Intervention(creatures)));
        colony.Planned.ShouldBeNull();
    }

    /// <summary>The same in small as <c>--soak</c>, with interventions.</summary>
    [Fact]
    public void A_replay_ends_each_generation_in_the_state_of_its_recording()
    {
        const int Generations = 8;
        float[] newcomer = new float[Brain.ParameterCount];
        new Brain(seed: 99).CopyParametersTo(newcomer);
        var recording = new Recording(Creatures, Seed: 5, Steps, Generations);
        using (Colony colony = recording.Begin())
        {
            for (int generation = 1; generation <= Generations; generation++)
            {
                if (generation is 3 or 6)
                {
                    colony.Plan(new Intervention(generation * 16, newcomer));
                }

                recording.Record(colony);
            }
        }

        recording.Generations.ShouldBe(Generations);
        using Colony replay = recording.Begin();
        for (int generation = 1; generation <= Generations; generation++)
        {
            recording.Replay(replay);
        }

        replay.Brains.Agents.ShouldBe(96);
    }

    [Fact]
    public void A_replay_that_drifts_is_found()
    {
        var recording = new Recording(Creatures, Seed: 5, Steps, 2);
        using Colony colony = recording.Begin();
        recording.Record(colony);
        recording.Record(colony);
        using Colony replay = recording.Begin();
        recording.Replay(replay);
        replay.World.Creatures.X[0] = MathF.BitIncrement(replay.World.Creatures.X[0]);
        Should.Throw<InvalidDataException>(() => recording.Replay(replay)).Message.ShouldContain("generation 2");
    }

    [Fact]
    public void A_world_that_lives_on_allocates_nothing()
    {
        const int Generations = 12;
        var recording = new Recording(Creatures, Seed: 5, Steps, Generations);
        SoakRun.Live(recording, Generations, recording.Record).ShouldBe(0);
        SoakRun.Live(recording, Generations, recording.Replay).ShouldBe(0);
        byte[]? garbage = null;
        Should.Throw<InvalidDataException>(() => SoakRun.Live(recording, Generations, _ => garbage = new byte[100])).Message.ShouldContain("allocated");
        garbage.ShouldNotBeNull();
    }

    private static void EndGeneration(Colony colony)
    {
        while (!colony.Advance())
        {
        }
    }

    private static float[] ParametersOf(Colony colony, int agent)
    {
        float[] parameters = new float[Brain.ParameterCount];
        colony.Brains.CopyAgentTo(agent, parameters);
        return parameters;
    }
}
