using System;

namespace Mlp.Samples;

/// <summary>All creatures, of each property an array.</summary>
internal sealed class Creatures(int count)
{
    /// <summary>The number of creatures, dead ones included.</summary>
    public int Count { get; } = count;

    public float[] X { get; } = new float[count];

    public float[] Y { get; } = new float[count];

    /// <summary>The heading is a unit vector.</summary>
    public float[] HeadingX { get; } = new float[count];

    public float[] HeadingY { get; } = new float[count];

    /// <summary>Length in a step.</summary>
    public float[] Speed { get; } = new float[count];

    /// <summary>0 is dead of hunger, 1 is full.</summary>
    public float[] Energy { get; } = new float[count];

    /// <summary>0 is rested, 1 is worn out.</summary>
    public float[] Fatigue { get; } = new float[count];

    /// <summary>Pieces of food in this generation.</summary>
    public int[] Eaten { get; } = new int[count];

    /// <summary>Starved or caught; it comes back in the next generation.</summary>
    public bool[] IsDead { get; } = new bool[count];

    /// <summary>The nearest food at the beginning of the step; <see cref="NeighbourGrid.None"/> where none is in sight.</summary>
    public int[] NearestFood { get; } = new int[count];

    /// <summary>Places all of them at random, nearly full and rested.</summary>
    public void Scatter(ref SplitMix random, Torus torus)
    {
        for (int creature = 0; creature < Count; creature++)
        {
            X[creature] = torus.Wrap(random.NextUnit() * torus.Side);
            Y[creature] = torus.Wrap(random.NextUnit() * torus.Side);
            (HeadingX[creature], HeadingY[creature]) = random.NextDirection();
        }

        Speed.AsSpan().Clear();
        Energy.AsSpan().Fill(WorldRules.EnergyAtBirth);
        Fatigue.AsSpan().Clear();
        Eaten.AsSpan().Clear();
        IsDead.AsSpan().Clear();
        NearestFood.AsSpan().Fill(NeighbourGrid.None);
    }

    /// <summary>Moves one by what its brain wants, at what that costs.</summary>
    /// <param name="creature">The creature.</param>
    /// <param name="turn">−1 to 1.</param>
    /// <param name="effort">0 to 1.</param>
    /// <param name="torus">Where it is.</param>
    public void Move(int creature, float turn, float effort, Torus torus)
    {
        Heading.Turn(ref HeadingX[creature], ref HeadingY[creature], turn * WorldRules.CreatureTurn);
        float square = effort * effort;
        float speed = WorldRules.CreatureSpeed * effort * (1 - (WorldRules.WornOut * Fatigue[creature]));
        Speed[creature] = speed;
        X[creature] = torus.Wrap(X[creature] + (HeadingX[creature] * speed));
        Y[creature] = torus.Wrap(Y[creature] + (HeadingY[creature] * speed));
        Fatigue[creature] = float.Clamp(Fatigue[creature] + (square * WorldRules.Tiring) - WorldRules.Recovery, 0, 1);
        Energy[creature] -= WorldRules.LivingCost + (square * WorldRules.MovingCost);
        if (Energy[creature] <= 0)
        {
            (Energy[creature], IsDead[creature]) = (0, true);
        }
    }

    /// <summary>One eats a piece of food.</summary>
    public void Eat(int creature)
    {
        Eaten[creature]++;
        Energy[creature] = float.Min(Energy[creature] + WorldRules.FoodEnergy, 1);
    }

    /// <summary>The number of those that live.</summary>
    public int CountAlive() => Count - IsDead.AsSpan().Count(true);
}
