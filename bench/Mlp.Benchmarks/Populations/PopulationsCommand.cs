using System;
using System.Diagnostics;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using Mlp.Evolution;

namespace Mlp.Benchmarks.Populations;

/// <summary>
/// Steps of populations beside the same agents by <c>Forward</c>, and beside reading their parameters: in turns in one run, the best of each, so that
/// the ratios mean something on a machine that others use too.
/// </summary>
internal static class PopulationsCommand
{
    private const int Rounds = 300;

    public static int Run()
    {
        AgainstForward<TinyBrain>("1,000 agents of 4-8-2, ReLU");
        AgainstForward<TanhBrain>("1,000 agents of 4-8-2, tanh");
        AgainstMemory();
        return 0;
    }

    private static void AgainstForward<TNetwork>(string what)
        where TNetwork : INetwork<TNetwork>, new()
    {
        const int Agents = 1000;
        using var population = new Population<TNetwork>(Agents, seed: 1);
        TNetwork[] networks = [.. Enumerable.Range(0, Agents).Select(population.ToNetwork)];
        float[] inputs = InputsOf(Agents * TNetwork.InputSize);
        float[] outputs = new float[Agents * TNetwork.OutputSize];
        (double together, double apart) = Best(
            () => population.Step(inputs, outputs),
            () =>
            {
                for (int agent = 0; agent < networks.Length; agent++)
                {
                    networks[agent].Forward(
                        inputs.AsSpan(agent * TNetwork.InputSize, TNetwork.InputSize), outputs.AsSpan(agent * TNetwork.OutputSize, TNetwork.OutputSize));
                }
            });
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {together / Agents:F2} ns an agent together, {apart / Agents:F2} ns by Forward one by one: {apart / together:F1} times as fast"));
    }

    private static void AgainstMemory()
    {
        const int Agents = 10_000;
        using var population = new Population<LargeBrain>(Agents, seed: 1);
        float[] inputs = InputsOf(Agents * LargeBrain.InputSize);
        float[] outputs = new float[Agents * LargeBrain.OutputSize];
        float[] memory = GC.AllocateArray<float>(Agents * LargeBrain.ParameterCount, pinned: true);
        memory.AsSpan().Fill(1);
        float sum = 0;
        (double step, double read) = Best(() => population.Step(inputs, outputs), () => sum += Sum(memory));
        double bytes = sizeof(float) * (double)memory.Length;
        Console.WriteLine(FormattableString.Invariant(
            $"10,000 agents of 8-32-32-4: {bytes / step:F1} of {bytes / read:F1} GB/s read: {100 * read / step:F0} % of the bandwidth ({sum / sum:F0})"));
    }

    private static float[] InputsOf(int count) => [.. Enumerable.Range(0, count).Select(static index => (index % 17 / 8f) - 1)];

    /// <summary>The best time of each, in nanoseconds.</summary>
    private static (double First, double Second) Best(Action first, Action second)
    {
        (double best, double other) = (double.MaxValue, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            best = Math.Min(best, Time(first));
            other = Math.Min(other, Time(second));
        }

        return (best, other);
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>Reads all of it, in four independent sums.</summary>
    private static float Sum(float[] memory)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(memory);
        (Vector<float> a, Vector<float> b, Vector<float> c, Vector<float> d) = (default, default, default, default);
        for (int index = 0; index + 3 < vectors.Length; index += 4)
        {
            a += vectors[index];
            b += vectors[index + 1];
            c += vectors[index + 2];
            d += vectors[index + 3];
        }

        return Vector.Sum(a + b + c + d);
    }
}
