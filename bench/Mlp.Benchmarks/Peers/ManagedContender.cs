using System;
using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>A way to compute in .NET that is not ours; like a native peer it tries each of its ways and keeps the fastest.</summary>
internal abstract class ManagedContender : IContender
{
    private readonly HashSet<string> _warm = [];

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string About { get; }

    /// <inheritdoc/>
    public bool IsAvailable => true;

    /// <inheritdoc/>
    public Answer Measure(Problem problem, double milliseconds)
    {
        Answer best = Answer.None("not written");
        foreach ((string how, Action run, float[] result) in Ways(problem))
        {
            if (_warm.Add($"{problem.Work} {how}"))
            {
                Pace.WarmUp(run);
            }

            double time = Pace.Fastest(milliseconds, run) / problem.Work.Samples;
            if (best.Nanoseconds is null || time < best.Nanoseconds)
            {
                best = new(time, result, how);
            }
        }

        return best;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Each way to solve a problem: its name, one pass over it, and the result of a first pass.</summary>
    protected abstract IEnumerable<(string How, Action Run, float[] Result)> Ways(Problem problem);
}
