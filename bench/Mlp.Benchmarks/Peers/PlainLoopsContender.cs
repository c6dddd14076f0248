using System;
using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>Plain C# loops: a hand-written network without vectors.</summary>
internal sealed class PlainLoopsContender : ManagedContender
{
    /// <inheritdoc/>
    public override string Name => "C# loops";

    /// <inheritdoc/>
    public override string About => "plain loops over arrays, sizes known at run time";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Kinds => LayerKind.DenseAlone;

    /// <inheritdoc/>
    protected override IEnumerable<Way> Ways(Problem problem)
    {
        var network = new PlainNetwork(problem);
        float[] scratch = new float[problem.ResultLength];
        Action run;
        switch (problem.Work.Call)
        {
            case Call.Training:
                float[] gradient = new float[problem.Parameters.Length];
                for (int step = 0; step < scratch.Length; step++)
                {
                    scratch[step] = network.TrainStep(problem, gradient);
                }

                run = () => network.TrainStep(problem, gradient);
                break;
            case Call.Gradient:
                run = () => network.ComputeGradient(problem, scratch);
                run();
                break;
            default:
                run = () =>
                {
                    int inputs = problem.Work.Network.Inputs;
                    int outputs = problem.Work.Network.Outputs;
                    for (int row = 0; row < problem.Work.Samples; row++)
                    {
                        network.Forward(problem.Inputs.AsSpan(row * inputs, inputs), scratch.AsSpan(row * outputs, outputs));
                    }
                };
                run();
                break;
        }

        return [new("", run, [.. scratch])];
    }
}
