using System;

namespace Mlp.Samples;

/// <summary>
/// A pole on a cart that is pushed to the left or to the right every 0.02 s [Barto, Sutton and Anderson 1983], with the numbers and the Euler steps
/// that are usual since; train.py has the same. The pole stands while it leans 12° at most and the cart is within 2.4 m.
/// </summary>
internal sealed class CartPole
{
    private const float Interval = 0.02f;
    private const float Force = 10;
    private const float Gravity = 9.8f;
    private const float Mass = 1.1f;
    private const float PoleMass = 0.1f;
    private const float HalfLength = 0.5f;
    private const float MostPosition = 2.4f;
    private const float MostAngle = 12 * MathF.PI / 180;

    private readonly float[] _state;

    /// <summary>A pole nearly upright.</summary>
    /// <param name="random">Draws position, speed, angle and angular speed, each within 0.05 of 0.</param>
    public CartPole(Random random) => _state = [.. Draw(random)];

    /// <summary>Position in metres, speed, angle in radians, angular speed.</summary>
    public ReadOnlySpan<float> State => _state;

    /// <summary>Whether it has not fallen yet.</summary>
    public bool Stands => MathF.Abs(_state[0]) <= MostPosition && MathF.Abs(_state[2]) <= MostAngle;

    /// <summary>Pushes the cart for one interval.</summary>
    /// <param name="toTheRight">In which direction.</param>
    public void Push(bool toTheRight)
    {
        (float sine, float cosine) = MathF.SinCos(_state[2]);
        float push = ((toTheRight ? Force : -Force) + (PoleMass * HalfLength * _state[3] * _state[3] * sine)) / Mass;
        float angular = ((Gravity * sine) - (cosine * push)) / (HalfLength * ((4f / 3) - (PoleMass * cosine * cosine / Mass)));
        float linear = push - (PoleMass * HalfLength * angular * cosine / Mass);
        (_state[0], _state[1]) = (_state[0] + (Interval * _state[1]), _state[1] + (Interval * linear));
        (_state[2], _state[3]) = (_state[2] + (Interval * _state[3]), _state[3] + (Interval * angular));
    }

    private static float[] Draw(Random random)
    {
        float[] state = new float[CartPolePolicy.InputSize];
        for (int index = 0; index < state.Length; index++)
        {
            state[index] = (random.NextSingle() - 0.5f) / 10;
        }

        return state;
    }
}
