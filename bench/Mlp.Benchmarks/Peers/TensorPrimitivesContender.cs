using System;
using System.Collections.Generic;
using System.Numerics.Tensors;

namespace Mlp.Benchmarks.Peers;

/// <summary>System.Numerics.Tensors: vectors without writing any.</summary>
internal sealed class TensorPrimitivesContender : ManagedContender
{
    /// <inheritdoc/>
    public override string Name => "Tensors";

    /// <inheritdoc/>
    public override string About => $"System.Numerics.Tensors {typeof(TensorPrimitives).Assembly.GetName().Version?.ToString(3)}";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Kinds => LayerKind.DenseAlone;

    /// <inheritdoc/>
    protected override IEnumerable<Way> Ways(Problem problem)
    {
        if (problem.Work.Call == Call.Gradient)
        {
            yield break;
        }

        yield return Make("Dot", new TensorNetwork(problem, byInput: false), problem);
        yield return Make("MultiplyAdd", new TensorNetwork(problem, byInput: true), problem);
        if (problem.Work.Call == Call.Batch)
        {
            var batch = new TensorBatch(problem);
            float[] outputs = new float[problem.ResultLength];
            batch.Forward(outputs);
            yield return new("MultiplyAdd, samples in lanes", () => batch.Forward(outputs), outputs);
        }
    }

    private static Way Make(string how, TensorNetwork network, Problem problem)
    {
        float[] scratch = new float[problem.ResultLength];
        if (problem.Work.Call == Call.Training)
        {
            for (int step = 0; step < scratch.Length; step++)
            {
                scratch[step] = network.TrainStep(problem);
            }

            return new(how, () => network.TrainStep(problem), scratch);
        }

        void Run()
        {
            int inputs = problem.Work.Network.Inputs;
            int outputs = problem.Work.Network.Outputs;
            for (int row = 0; row < problem.Work.Samples; row++)
            {
                network.Forward(problem.Inputs.AsSpan(row * inputs, inputs), scratch.AsSpan(row * outputs, outputs));
            }
        }

        Run();
        return new(how, Run, [.. scratch]);
    }
}
