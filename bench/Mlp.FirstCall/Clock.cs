using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Mlp.FirstCall;

/// <summary>Times of a network by the clock of this process.</summary>
internal static class Clock
{
    private const int Stretches = 40;
    private const double StretchMilliseconds = 10;

    /// <summary>A call of Forward on each of some samples.</summary>
    /// <param name="inputs">The samples, one a row.</param>
    /// <param name="outputs">Where the predictions go, one a row.</param>
    public delegate void Loop(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Milliseconds of one call: construction and a first prediction.</summary>
    /// <param name="call">The call.</param>
    public static double Once(Action call)
    {
        long start = Stopwatch.GetTimestamp();
        call();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Nanoseconds of a sample, in the fastest of many stretches: by then the JIT has done what it does.</summary>
    /// <param name="inputSize">The number of inputs.</param>
    /// <param name="outputSize">The number of outputs.</param>
    /// <param name="loop">What is timed.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double OneSample(int inputSize, int outputSize, Loop loop)
    {
        int samples = Math.Max(8, 512 / inputSize * 8);
        float[] inputs = new float[samples * inputSize];
        float[] outputs = new float[samples * outputSize];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = ((i * 7919) % 2003 / 1001.5f) - 1;
        }

        double best = double.PositiveInfinity;
        for (int stretch = 0; stretch < Stretches; stretch++)
        {
            int passes = 0;
            long start = Stopwatch.GetTimestamp();
            TimeSpan elapsed;
            do
            {
                loop(inputs, outputs);
                passes++;
                elapsed = Stopwatch.GetElapsedTime(start);
            }
            while (elapsed.TotalMilliseconds < StretchMilliseconds);
            best = Math.Min(best, elapsed.TotalNanoseconds / passes / samples);
        }

        return best;
    }
}
