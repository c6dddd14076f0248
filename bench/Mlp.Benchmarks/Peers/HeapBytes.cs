using System;

namespace Mlp.Benchmarks.Peers;

/// <summary>Heap bytes that the calls of emitted networks allocate, the first call apart, which may take a work space.</summary>
internal static class HeapBytes
{
    private const int Calls = 100;

    /// <summary>The most bytes a call of any work.</summary>
    public static double Measure()
    {
        double most = 0;
        foreach (Work work in Work.All)
        {
            var calls = NetworkCalls.Of(work.Shape);
            var problem = new Problem(work, calls.Parameters);
            float[] scratch = new float[problem.ResultLength];
            Action run = work.Call switch
            {
                Call.OneSample => () => calls.OneByOne(problem.Inputs, scratch),
                Call.Batch => () => calls.Batch(problem.Inputs, scratch),
                Call.Training => () => calls.Train(problem),
                _ => () => calls.Gradient(problem, scratch),
            };
            run();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int call = 0; call < Calls; call++)
            {
                run();
            }

            most = Math.Max(most, (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Calls);
        }

        return most;
    }
}
