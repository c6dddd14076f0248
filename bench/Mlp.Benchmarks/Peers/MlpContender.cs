using System;
using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>Emitted networks.</summary>
/// <param name="name">The heading of their column.</param>
/// <param name="networks">Makes a new one of a network; null where none is declared.</param>
internal sealed class MlpContender(string name, Func<MeasuredNetwork, NetworkCalls?> networks) : ManagedContender
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override string About => $"Mlp {typeof(MlpAttribute).Assembly.GetName().Version?.ToString(3)}";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Kinds => LayerKind.All;

    /// <inheritdoc/>
    protected override IEnumerable<Way> Ways(Problem problem)
    {
        if (networks(problem.Work.Network) is not { } calls)
        {
            return [];
        }

        float[] scratch = new float[problem.ResultLength];
        Action run = problem.Work.Call switch
        {
            Call.OneSample => () => calls.OneByOne(problem.Inputs, scratch),
            Call.Batch => () => calls.Batch(problem.Inputs, scratch),
            Call.Training => () => calls.Train(problem),
            _ => () => calls.Gradient(problem, scratch),
        };
        if (problem.Work.Call == Call.Training)
        {
            foreach (ref float loss in scratch.AsSpan())
            {
                loss = calls.Train(problem);
            }
        }
        else
        {
            run();
        }

        return [new("", run, [.. scratch])];
    }
}
