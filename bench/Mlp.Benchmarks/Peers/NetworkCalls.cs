using System;

namespace Mlp.Benchmarks.Peers;

/// <summary>The calls of one emitted network as delegates.</summary>
/// <param name="Parameters">A copy of its parameters, in canonical order.</param>
/// <param name="OneByOne">Inputs, outputs: a call of Forward for each sample.</param>
/// <param name="Batch">Inputs, outputs: one call.</param>
/// <param name="Train">One step; the loss.</param>
/// <param name="Gradient">One call; into the last array.</param>
internal sealed record NetworkCalls(
    float[] Parameters,
    Action<float[], float[]> OneByOne,
    Action<float[], float[]> Batch,
    Func<Problem, float> Train,
    Action<Problem, float[]> Gradient)
{
    /// <summary>A call of Forward for each sample.</summary>
    public delegate void Loop<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Those of a network that learns from targets.</summary>
    public static NetworkCalls Network<TNetwork>(TNetwork network, Loop<TNetwork> loop)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return new(
            parameters,
            (inputs, outputs) => loop(network, inputs, outputs),
            (inputs, outputs) => network.ForwardBatch(inputs, outputs),
            problem => network.TrainStep(problem.Inputs, problem.Targets, problem.Work.Network.LearningRate),
            (problem, gradient) => network.ComputeGradient(problem.Inputs, problem.Targets, gradient));
    }

    /// <summary>Those of a network that learns from labels.</summary>
    public static NetworkCalls Classifier<TNetwork>(TNetwork network, Loop<TNetwork> loop)
        where TNetwork : class, IClassifier<TNetwork> =>
        Network(network, loop) with
        {
            Train = problem => network.TrainStep(problem.Inputs, problem.Labels, problem.Work.Network.LearningRate),
        };
}
