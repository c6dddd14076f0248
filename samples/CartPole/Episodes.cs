using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Mlp.Samples;

/// <summary>Decides on a push.</summary>
/// <param name="state">Position, speed, angle, angular speed.</param>
/// <param name="preferences">Receives the preferences for left and right.</param>
internal delegate void Policy(ReadOnlySpan<float> state, Span<float> preferences);

/// <summary>A policy that balances poles, and what it met.</summary>
/// <param name="States">All states, one behind the other.</param>
/// <param name="Lengths">For how many steps each pole stood.</param>
internal sealed record Episodes(float[] States, IReadOnlyList<int> Lengths)
{
    private const int MostSteps = 500;

    /// <summary>Balances some poles for up to 500 steps each: the push that is preferred is made.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="poles">How many.</param>
    /// <param name="seed">Of how they stand at the beginning.</param>
    public static Episodes Of(Policy policy, int poles, int seed)
    {
        var random = new Random(seed);
        var states = new List<float>();
        List<int> lengths = [];
        Span<float> preferences = stackalloc float[CartPolePolicy.OutputSize];
        for (int pole = 0; pole < poles; pole++)
        {
            var cart = new CartPole(random);
            int steps = 0;
            for (; steps < MostSteps && cart.Stands; steps++)
            {
                states.AddRange(cart.State);
                policy(cart.State, preferences);
                cart.Push(toTheRight: preferences[1] > preferences[0]);
            }

            lengths.Add(steps);
        }

        return new Episodes([.. states], lengths);
    }

    /// <summary>What a policy prefers in each of the states, how long a decision takes, and what it allocates; measured when it is warm.</summary>
    /// <param name="policy">The policy.</param>
    public (float[] Preferences, double Nanoseconds, long AllocatedBytes) Repeat(Policy policy)
    {
        const int Inputs = CartPolePolicy.InputSize;
        const int Outputs = CartPolePolicy.OutputSize;
        int states = States.Length / Inputs;
        float[] preferences = new float[states * Outputs];
        double best = double.PositiveInfinity;
        long allocated = 0;
        for (int turn = 0; turn < 5; turn++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            for (int state = 0; state < states; state++)
            {
                policy(States.AsSpan(state * Inputs, Inputs), preferences.AsSpan(state * Outputs, Outputs));
            }

            best = double.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / states);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (preferences, best, allocated);
    }

    /// <summary>For how many steps a pole stood on average.</summary>
    public double MeanLength => Lengths.Average();
}
