using System;

namespace Mlp.Runtime.Tests;

/// <summary>Counts what a call leaves on the managed heap.</summary>
internal static class Allocations
{
    /// <summary>The least of a few calls: the runtime's own bookkeeping may fall on this thread once, an allocation falls on each.</summary>
    internal static long Of(Action call)
    {
        call();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
