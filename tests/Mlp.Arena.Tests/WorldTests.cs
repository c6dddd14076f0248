using System;
using System.Linq;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>The rules of the world, each with creatures that want one thing.</summary>
public sealed class WorldTests
{
    private const int Count = 64;

    private readonly World _world = new(Count, seed: 7);
    private readonly float[] _inputs = new float[Count * Brain.InputSize];

    private Creatures Creatures => _world.Creatures;

    [Fact]
    public void A_world_follows_from_its_seed_and_its_generation()
    {
        var same = new World(Count, seed: 7);
        Go(_world, 200, turn: 0.3f, effort: 1);
        Go(same, 200, turn: 0.3f, effort: 1);
        same.Hash().ShouldBe(_world.Hash());

        var other = new World(Count, seed: 8);
        Go(other, 200, turn: 0.3f, effort: 1);
        other.Hash().ShouldNotBe(_world.Hash());

        same.Begin(2);
        _world.Begin(3);
        same.Hash().ShouldNotBe(_world.Hash());
        _world.Begin(2);
        same.Hash().ShouldBe(_world.Hash());
    }

    [Fact]
    public void Energy_is_what_was_there_and_was_eaten_less_what_life_and_effort_cost()
    {
        for (int step = 0; step < 300; step++)
        {
            float[] before = [.. Creatures.Energy];
            int[] eaten = [.. Creatures.Eaten];
            Go(_world, 1, turn: 0.2f, effort: 0.5f);
            for (int creature = 0; creature < Count; creature++)
            {
                if (!Creatures.IsDead[creature])
                {
                    int meals = Creatures.Eaten[creature] - eaten[creature];
                    float spent = WorldRules.LivingCost + (0.5625f * WorldRules.MovingCost);
                    Creatures.Energy[creature].ShouldBe(float.Min(before[creature] - spent + (meals * WorldRules.FoodEnergy), 1), 1e-6f);
                }
            }
        }

        Creatures.Eaten.Sum().ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Who_does_nothing_starves_when_its_energy_is_spent()
    {
        int until = (int)(WorldRules.EnergyAtBirth / WorldRules.LivingCost);
        Go(_world, until - 5, turn: 0, effort: -1);
        Creatures.CountAlive().ShouldBeGreaterThan(Count / 2);
        Creatures.Energy.Where((_, creature) => !Creatures.IsDead[creature]).Min().ShouldBeGreaterThan(0);
        Go(_world, 10, turn: 0, effort: -1);

        // What lay where they stood was eaten.
        Enumerable.Range(0, Count).Where(creature => Creatures.Eaten[creature] == 0).ShouldAllBe(creature => Creatures.IsDead[creature]);
    }

    [Fact]
    public void Effort_tires_and_rest_recovers()
    {
        Go(_world, 1, turn: 0, effort: 1);
        float fresh = Living(Creatures.Speed);
        fresh.ShouldBe(WorldRules.CreatureSpeed, 1e-2f);
        Go(_world, 200, turn: 0, effort: 1);
        float tired = Living(Creatures.Speed);
        tired.ShouldBeLessThan(fresh * 0.9f);
        float fatigue = Living(Creatures.Fatigue);
        Go(_world, 100, turn: 0, effort: -1);
        Living(Creatures.Fatigue).ShouldBe(fatigue - (100 * WorldRules.Recovery), 1e-4f);
        Living(Creatures.Speed).ShouldBe(0);
    }

    [Fact]
    public void A_predator_catches_who_is_near_and_rests()
    {
        Predators predators = _world.Predators;
        (predators.X[0], predators.Y[0]) = (Creatures.X[5], Creatures.Y[5]);
        Go(_world, 1, turn: 0, effort: -1);
        Creatures.IsDead.Count(isDead => isDead).ShouldBe(1);
        predators.Rest[0].ShouldBe(WorldRules.Digestion);
        (float x, float y) = (predators.X[0], predators.Y[0]);
        Go(_world, WorldRules.Digestion, turn: 0, effort: -1);
        (predators.X[0], predators.Y[0]).ShouldBe((x, y));
        Go(_world, 1, turn: 0, effort: -1);
        (predators.X[0], predators.Y[0]).ShouldNotBe((x, y));
    }

    [Fact]
    public void A_predator_turns_towards_its_prey()
    {
        Predators predators = _world.Predators;
        Array.Fill(Creatures.IsDead, true);
        Creatures.IsDead[0] = false;
        (Creatures.X[0], Creatures.Y[0]) = (200, 200);
        (predators.X[0], predators.Y[0]) = (200, 290);
        (predators.HeadingX[0], predators.HeadingY[0]) = (1, 0);
        Go(_world, 1, turn: 0, effort: -1);
        predators.HeadingY[0].ShouldBeLessThan(0);
        Go(_world, 200, turn: 0, effort: -1);
        Creatures.IsDead[0].ShouldBeTrue();
    }

    [Fact]
    public void Senses_are_seen_from_the_creature()
    {
        Array.Fill(_world.Food.X, 300);
        Array.Fill(_world.Food.Y, 300);
        Array.Fill(_world.Predators.X, 260);
        Array.Fill(_world.Predators.Y, 270);
        (Creatures.X[0], Creatures.Y[0]) = (260, 300);
        (Creatures.HeadingX[0], Creatures.HeadingY[0]) = (1, 0);
        Creatures.Fatigue[0] = 0.25f;
        _world.Look(_inputs);

        float Sensed(Sense sense) => _inputs[(int)sense];
        Sensed(Sense.FoodAhead).ShouldBe(1, 1e-6f);
        Sensed(Sense.FoodRight).ShouldBe(0, 1e-6f);
        Sensed(Sense.FoodNearness).ShouldBe(1 - (40 / WorldRules.Sight), 1e-6f);
        Sensed(Sense.PredatorAhead).ShouldBe(0, 1e-6f);
        Sensed(Sense.PredatorRight).ShouldBe(-1, 1e-6f);
        Sensed(Sense.PredatorNearness).ShouldBe(1 - (30 / WorldRules.Sight), 1e-6f);
        Sensed(Sense.Energy).ShouldBe(WorldRules.EnergyAtBirth);
        Sensed(Sense.Fatigue).ShouldBe(0.25f);
        Sensed(Sense.Speed).ShouldBe(0);
    }

    [Fact]
    public void A_piece_is_eaten_by_one_and_grows_again_elsewhere()
    {
        for (int creature = 0; creature < Count; creature++)
        {
            (Creatures.X[creature], Creatures.Y[creature]) = (_world.Food.X[3], _world.Food.Y[3]);
        }

        _world.Predators.Rest.AsSpan().Fill(1);
        (float x, float y) = (_world.Food.X[3], _world.Food.Y[3]);
        Go(_world, 1, turn: 0, effort: -1);
        Creatures.Eaten.Sum().ShouldBe(1);
        (_world.Food.X[3], _world.Food.Y[3]).ShouldNotBe((x, y));
    }

    [Fact]
    public void Nobody_leaves_the_world_and_brains_without_numbers_want_nothing()
    {
        Go(_world, 300, turn: 0.1f, effort: 1);
        Go(_world, 100, turn: float.NaN, effort: float.NaN);
        float side = _world.Torus.Side;
        foreach (float place in (float[])[.. Creatures.X, .. Creatures.Y, .. _world.Predators.X, .. _world.Predators.Y, .. _world.Food.X, .. _world.Food.Y])
        {
            place.ShouldBeInRange(0, MathF.BitDecrement(side));
        }
    }

    private void Go(World world, int steps, float turn, float effort)
    {
        float[] outputs = new float[Count * Brain.OutputSize];
        for (int creature = 0; creature < Count; creature++)
        {
            outputs[(creature * Brain.OutputSize) + (int)Wish.Turn] = turn;
            outputs[(creature * Brain.OutputSize) + (int)Wish.Effort] = effort;
        }

        for (int step = 0; step < steps; step++)
        {
            world.Look(_inputs);
            world.Live(outputs);
        }
    }

    /// <summary>A property of the first creature that lives.</summary>
    private float Living(float[] values) => values[Array.IndexOf(Creatures.IsDead, false)];
}
