using System.Collections.Generic;
using System.Linq;

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

    /// <summary>The kinds of layers that it has.</summary>
    protected abstract IReadOnlyList<string> Kinds { get; }

    /// <inheritdoc/>
    public Answer Measure(Problem problem, double milliseconds)
    {
        if (problem.Work.Network.Layers.Select(layer => layer.Kind).Except(Kinds).FirstOrDefault() is { } missing)
        {
            return Answer.None($"has no layer {missing}");
        }

        if (!_ways.TryGetValue(problem.Work, out IReadOnlyList<Way>? ways))
        {
            ways = [.. Ways(problem)];
            foreach (Way way in ways)
            {
                Pace.WarmUp(way.Run);
            }

            _ways.Add(problem.Work, ways);
        }

        return ways.Select(way => Measure(way, problem.Work, milliseconds)).Aggregate(Answer.None("not written"), (best, one) => best.OrFaster(one));
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>Each way to solve a problem; none where it is not written.</summary>
    protected abstract IEnumerable<Way> Ways(Problem problem);

    private static Answer Measure(Way way, Work work, double milliseconds)
    {
        Turn turn = Pace.Fastest(milliseconds, way.Run);
        return new(turn.Nanoseconds / work.Samples, way.Result, way.How, new Dictionary<string, double> { [way.How] = turn.HeapBytes / work.Calls });
    }
}
