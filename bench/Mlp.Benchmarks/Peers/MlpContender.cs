using System;
using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>The emitted networks.</summary>
internal sealed class MlpContender : IContender
{
    // Kept from round to round, so that code is warmed up once.
    private readonly Dictionary<Work, Pass> _passes = [];

    /// <inheritdoc/>
    public string Name => "Mlp";

    /// <inheritdoc/>
    public string About => $"Mlp {typeof(MlpAttribute).Assembly.GetName().Version?.ToString(3)}";

    /// <inheritdoc/>
    public bool IsAvailable => true;

    /// <inheritdoc/>
    public Answer Measure(Problem problem, double milliseconds)
    {
        if (!_passes.TryGetValue(problem.Work, out Pass? pass))
        {
            pass = Prepare(problem);
            Pace.WarmUp(pass.Run);
            _passes.Add(problem.Work, pass);
        }

        return new(Pace.Fastest(milliseconds, pass.Run) / problem.Work.Samples, pass.Result, "");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static Pass Prepare(Problem problem)
    {
        var calls = NetworkCalls.Of(problem.Work.Shape);
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

        return new(run, [.. scratch]);
    }

    /// <summary>A pass over a problem, and the result of the first one.</summary>
    private sealed record Pass(Action Run, float[] Result);
}
