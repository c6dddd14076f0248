using System;
using System.Runtime.InteropServices;

namespace Mlp.Samples;

/// <summary>
/// Creatures, their food and their predators. A step is <see cref="Look"/>, what brains make of it, and <see cref="Live"/>. It follows from the
/// seed, the generation and what the brains want alone, and allocates nothing.
/// </summary>
internal sealed class World
{
    private readonly ulong _seed;
    private readonly NeighbourGrid _nearFood;
    private readonly NeighbourGrid _nearPredators;
    private readonly NeighbourGrid _nearCreatures;
    private SplitMix _random;

    /// <summary>A world of so many creatures, as its first generation finds it.</summary>
    /// <param name="creatures">Their number, 1 or more. The world grows with it.</param>
    /// <param name="seed">What all that happens at random follows from.</param>
    public World(int creatures, ulong seed)
    {
        _seed = seed;
        Torus = new Torus(float.Sqrt(creatures * WorldRules.AreaPerCreature));
        Creatures = new Creatures(creatures);
        Predators = new Predators(int.Max(creatures / WorldRules.CreaturesPerPredator, 1));
        Food = new Food(int.Max((int)(creatures * WorldRules.FoodPerCreature), 1));
        _nearFood = new NeighbourGrid(Torus, WorldRules.Sight, Food.Count);
        _nearPredators = new NeighbourGrid(Torus, WorldRules.Sight, Predators.Count);
        _nearCreatures = new NeighbourGrid(Torus, WorldRules.Sight, Creatures.Count);
        Begin(1);
    }

    public Torus Torus { get; }

    public Creatures Creatures { get; }

    public Predators Predators { get; }

    public Food Food { get; }

    /// <summary>Places everything anew, for a generation.</summary>
    /// <param name="generation">Its number, counted from 1.</param>
    public void Begin(long generation)
    {
        _random = SplitMix.Of(_seed, (ulong)generation);
        Creatures.Scatter(ref _random, Torus);
        Predators.Scatter(ref _random, Torus);
        Food.Scatter(ref _random, Torus);
    }

    /// <summary>What all creatures sense. The dead sense nothing.</summary>
    /// <param name="inputs">Receives the inputs of the brains, creature after creature, in the order of <see cref="Sense"/>.</param>
    public void Look(Span<float> inputs)
    {
        _nearFood.Fill(Food.X, Food.Y);
        _nearPredators.Fill(Predators.X, Predators.Y);
        for (int creature = 0; creature < Creatures.Count; creature++)
        {
            Span<float> senses = inputs.Slice(creature * Brain.InputSize, Brain.InputSize);
            senses.Clear();
            if (Creatures.IsDead[creature])
            {
                continue;
            }

            (float x, float y) = (Creatures.X[creature], Creatures.Y[creature]);
            int food = _nearFood.Nearest(x, y);
            Creatures.NearestFood[creature] = food;
            if (food != NeighbourGrid.None)
            {
                See(creature, Food.X[food], Food.Y[food], senses[(int)Sense.FoodAhead..]);
            }

            int predator = _nearPredators.Nearest(x, y);
            if (predator != NeighbourGrid.None)
            {
                See(creature, Predators.X[predator], Predators.Y[predator], senses[(int)Sense.PredatorAhead..]);
            }

            senses[(int)Sense.Energy] = Creatures.Energy[creature];
            senses[(int)Sense.Fatigue] = Creatures.Fatigue[creature];
            senses[(int)Sense.Speed] = Creatures.Speed[creature] / WorldRules.CreatureSpeed;
        }
    }

    /// <summary>All do what they want for a step, eat and are eaten.</summary>
    /// <param name="outputs">The outputs of the brains, creature after creature, in the order of <see cref="Wish"/>.</param>
    public void Live(ReadOnlySpan<float> outputs)
    {
        for (int creature = 0; creature < Creatures.Count; creature++)
        {
            if (!Creatures.IsDead[creature])
            {
                ReadOnlySpan<float> wishes = outputs.Slice(creature * Brain.OutputSize, Brain.OutputSize);
                Creatures.Move(creature, Finite(wishes[(int)Wish.Turn]), (Finite(wishes[(int)Wish.Effort]) + 1) / 2, Torus);
                Graze(creature);
            }
        }

        Food.Grow(ref _random, Torus);
        _nearCreatures.Fill(Creatures.X, Creatures.Y, Creatures.IsDead);
        Predators.Hunt(Creatures, _nearCreatures, Torus);
    }

    /// <summary>A number that differs where anything in the world does.</summary>
    public ulong Hash()
    {
        var hash = new StateHash();
        foreach (float[] values in (ReadOnlySpan<float[]>)
            [Creatures.X, Creatures.Y, Creatures.HeadingX, Creatures.HeadingY, Creatures.Speed, Creatures.Energy, Creatures.Fatigue,
             Predators.X, Predators.Y, Predators.HeadingX, Predators.HeadingY, Food.X, Food.Y])
        {
            hash.Add(MemoryMarshal.AsBytes<float>(values));
        }

        hash.Add(MemoryMarshal.AsBytes<int>(Creatures.Eaten));
        hash.Add(MemoryMarshal.AsBytes<bool>(Creatures.IsDead));
        hash.Add(MemoryMarshal.AsBytes<int>(Predators.Rest));
        return hash.Value;
    }

    // A brain whose numbers have grown past all bounds wants nothing.
    private static float Finite(float wish) => float.IsNaN(wish) ? 0 : wish;

    private void Graze(int creature)
    {
        int food = Creatures.NearestFood[creature];
        if (food == NeighbourGrid.None || Creatures.IsDead[creature])
        {
            return;
        }

        float wayX = Torus.Way(Creatures.X[creature], Food.X[food]);
        float wayY = Torus.Way(Creatures.Y[creature], Food.Y[food]);
        if ((wayX * wayX) + (wayY * wayY) < WorldRules.Reach * WorldRules.Reach && Food.Take(food))
        {
            Creatures.Eat(creature);
        }
    }

    /// <summary>Direction and nearness of something in sight, as a creature sees it.</summary>
    private void See(int creature, float x, float y, Span<float> senses)
    {
        float wayX = Torus.Way(Creatures.X[creature], x);
        float wayY = Torus.Way(Creatures.Y[creature], y);
        float distance = float.Sqrt((wayX * wayX) + (wayY * wayY));
        (float headingX, float headingY) = (Creatures.HeadingX[creature], Creatures.HeadingY[creature]);
        float scale = distance > 0 ? 1 / distance : 0;
        senses[0] = ((headingX * wayX) + (headingY * wayY)) * scale;
        senses[1] = ((headingX * wayY) - (headingY * wayX)) * scale;
        senses[2] = 1 - (distance / WorldRules.Sight);
    }
}
