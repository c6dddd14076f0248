using System;
using System.Diagnostics;
using System.Threading;

namespace Mlp.Benchmarks.Peers;

/// <summary>The clock: the fastest of some ten stretches of a given time, as on the peers' side.</summary>
internal static class Pace
{
    /// <summary>What one pass takes.</summary>
    public static Turn Fastest(double milliseconds, Action pass)
    {
        double stretch = milliseconds * 1e6 / 10;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long passes = 1;
        long all = 1;
        double time = Run(passes, pass);
        double spent = time;
        while (time < stretch / 2)
        {
            passes *= 2;
            time = Run(passes, pass);
            all += passes;
            spent += time;
        }

        double best = time / passes;
        do
        {
            time = Run(passes, pass);
            all += passes;
            spent += time;
            best = Math.Min(best, time / passes);
        }
        while (spent < milliseconds * 1e6);
        return new(best, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / all);
    }

    /// <summary>Runs until the runtime's background compiler has given its best code; it works while we rest.</summary>
    public static void WarmUp(Action pass)
    {
        for (int round = 0; round < 5; round++)
        {
            long start = Stopwatch.GetTimestamp();
            do
            {
                pass();
            }
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 100);
            Thread.Sleep(100);
        }
    }

    private static double Run(long passes, Action pass)
    {
        long start = Stopwatch.GetTimestamp();
        for (long i = 0; i < passes; i++)
        {
            pass();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
