using System;
using System.Diagnostics;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>What was foretold while a stream came in, and what that took.</summary>
/// <param name="Values">For each value of the stream what it was foretold to be; NaN for the first ones, which nobody could foretell.</param>
/// <param name="Error">The root mean squared error over the standard deviation of the stream (NRMSE): 0 for a prophet, 1 for whoever says the mean.</param>
/// <param name="NanosecondsPerStep">The time from a value's arrival to its forecast.</param>
/// <param name="AllocatedBytes">What all steps together took from the heap.</param>
internal sealed record Forecast(float[] Values, double Error, double NanosecondsPerStep, long AllocatedBytes)
{
    /// <summary>How many steps ahead forecasts are.</summary>
    public const int Horizon = 84;

    /// <summary>A forecast from the newest values.</summary>
    public delegate float Predictor(ReadOnlySpan<float> window);

    /// <summary>Offers a stream value by value. From a whole window on there is a forecast at each.</summary>
    public static Forecast Of(float[] stream, int windowLength, Predictor predict)
    {
        float[] values = new float[stream.Length];
        Array.Fill(values, float.NaN);

        // The first round warms up: the just-in-time compiler replaces its first, quick code. The least of the others is what steps take, without
        // what else the machine and the runtime did.
        Run(stream, new SlidingWindow(windowLength), predict, values);
        double nanoseconds = double.PositiveInfinity;
        long allocated = long.MaxValue;
        for (int round = 0; round < 3; round++)
        {
            var window = new SlidingWindow(windowLength);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            Run(stream, window, predict, values);
            nanoseconds = Math.Min(nanoseconds, Stopwatch.GetElapsedTime(start).TotalNanoseconds / stream.Length);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return new Forecast(values, ErrorOf(values, stream), nanoseconds, allocated);
    }

    private static void Run(float[] stream, SlidingWindow window, Predictor predict, float[] values)
    {
        for (int time = 0; time < stream.Length; time++)
        {
            window.Add(stream[time]);
            if (window.IsFull && time + Horizon < stream.Length)
            {
                values[time + Horizon] = predict(window.Values);
            }
        }
    }

    private static double ErrorOf(float[] values, float[] stream)
    {
        int first = Array.FindIndex(values, float.IsFinite);
        return Math.Sqrt(1 - RegressionMetrics.R2(stream.AsSpan(first), values.AsSpan(first)));
    }
}
