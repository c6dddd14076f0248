using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>A contender in this process; like a native peer it tries each of its ways and keeps the fastest.</summary>
internal abstract class ManagedContender : IContender
{
    // Kept from round to round, so that code is warmed up once.
    private readonly Dictionary<Work, IReadOnlyList<Way>> _ways = [];

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string About { get; }

    /// <inheritdoc/>
    public virtual bool KeepsToWidth => true;

    /// <inheritdoc/>
    public Answer Measure(Problem problem, double milliseconds)
    {
        if (!_ways.TryGetValue(problem.Work, out IReadOnlyList<Way>? ways))
        {
            ways = [.. Ways(problem)];
            foreach (Way way in ways)
            {
                Pace.WarmUp(way.Run);
            }

            _ways.Add(problem.Work, ways);
        }

        Answer best = Answer.None("not written");
        foreach (Way way in ways)
        {
            Turn turn = Pace.Fastest(milliseconds, way.Run);
            best = best.OrFaster(new(turn.Nanoseconds / problem.Work.Samples, way.Result, way.How, turn.HeapBytes / problem.Work.Calls));
        }

        return best;
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>Each way to solve a problem; none where it is not written.</summary>
    protected abstract IEnumerable<Way> Ways(Problem problem);
}
