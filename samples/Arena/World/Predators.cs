using System;

namespace Mlp.Samples;

/// <summary>All predators, of each property an array. They do not think: they go straight for the nearest creature, and rest after a meal.</summary>
internal sealed class Predators(int count)
{
    /// <summary>The number of predators.</summary>
    public int Count { get; } = count;

    public float[] X { get; } = new float[count];

    public float[] Y { get; } = new float[count];

    /// <summary>The heading is a unit vector.</summary>
    public float[] HeadingX { get; } = new float[count];

    public float[] HeadingY { get; } = new float[count];

    /// <summary>The steps that one still rests.</summary>
    public int[] Rest { get; } = new int[count];

    /// <summary>Places all of them at random, hungry.</summary>
    public void Scatter(ref SplitMix random, Torus torus)
    {
        for (int predator = 0; predator < Count; predator++)
        {
            X[predator] = torus.Wrap(random.NextUnit() * torus.Side);
            Y[predator] = torus.Wrap(random.NextUnit() * torus.Side);
            (HeadingX[predator], HeadingY[predator]) = random.NextDirection();
        }

        Rest.AsSpan().Clear();
    }

    /// <summary>All of them hunt for a step.</summary>
    /// <param name="creatures">Who is hunted.</param>
    /// <param name="near">The grid of those that live.</param>
    /// <param name="torus">Where they are.</param>
    public void Hunt(Creatures creatures, NeighbourGrid near, Torus torus)
    {
        for (int predator = 0; predator < Count; predator++)
        {
            if (Rest[predator] > 0)
            {
                Rest[predator]--;
                continue;
            }

            int prey = near.Nearest(X[predator], Y[predator]);
            if (prey != NeighbourGrid.None)
            {
                Chase(predator, torus.Way(X[predator], creatures.X[prey]), torus.Way(Y[predator], creatures.Y[prey]));
            }

            X[predator] = torus.Wrap(X[predator] + (HeadingX[predator] * WorldRules.PredatorSpeed));
            Y[predator] = torus.Wrap(Y[predator] + (HeadingY[predator] * WorldRules.PredatorSpeed));
            if (prey != NeighbourGrid.None && !creatures.IsDead[prey])
            {
                float wayX = torus.Way(X[predator], creatures.X[prey]);
                float wayY = torus.Way(Y[predator], creatures.Y[prey]);
                if ((wayX * wayX) + (wayY * wayY) < WorldRules.Catch * WorldRules.Catch)
                {
                    creatures.IsDead[prey] = true;
                    Rest[predator] = WorldRules.Digestion;
                }
            }
        }
    }

    /// <summary>Turns one towards a way, as far as a step allows.</summary>
    private void Chase(int predator, float wayX, float wayY)
    {
        float ahead = (HeadingX[predator] * wayX) + (HeadingY[predator] * wayY);
        float right = (HeadingX[predator] * wayY) - (HeadingY[predator] * wayX);

        // The tangent of half the angle is right / (length + ahead); straight behind, it turns to the right.
        float least = float.Sqrt((wayX * wayX) + (wayY * wayY)) + ahead;
        float tangent = least > 0 ? right / least : WorldRules.PredatorTurn;
        Heading.Turn(
            ref HeadingX[predator], ref HeadingY[predator], float.Clamp(tangent, -WorldRules.PredatorTurn, WorldRules.PredatorTurn));
    }
}
