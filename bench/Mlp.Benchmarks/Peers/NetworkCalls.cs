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
    private delegate void Loop<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>A new network of a shape.</summary>
    public static NetworkCalls Of(Shape shape) => shape.Name switch
    {
        "4-16-3" => Classifier(new Net4x16x3(1), Peers.OneByOne.Run),
        "8-32-32-4" => Network(new Net8x32x32x4(1), Peers.OneByOne.Run),
        "64-32-10" => Classifier(new Net64x32x10(1), Peers.OneByOne.Run),
        "784-128-10" => Classifier(new Net784x128x10(1), Peers.OneByOne.Run),
        "784-512-512-10" => Classifier(new Net784x512x512x10(1), Peers.OneByOne.Run),
        "4-32-16-4" => Network(new Net4x32x16x4(1), Peers.OneByOne.Run),
        _ => throw new ArgumentException($"no network is declared as {shape}", nameof(shape)),
    };

    /// <summary>A new network of a shape with <c>Math = "Fast"</c>; null where none is declared.</summary>
    public static NetworkCalls? FastOf(Shape shape) =>
        shape.Name == "8-32-32-4" ? Network(new FastNet8x32x32x4(1), Peers.OneByOne.Run) : null;

    private static NetworkCalls Network<TNetwork>(TNetwork network, Loop<TNetwork> loop)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return new(
            parameters,
            (inputs, outputs) => loop(network, inputs, outputs),
            (inputs, outputs) => network.ForwardBatch(inputs, outputs),
            problem => network.TrainStep(problem.Inputs, problem.Targets, Problem.LearningRate),
            (problem, gradient) => network.ComputeGradient(problem.Inputs, problem.Targets, gradient));
    }

    private static NetworkCalls Classifier<TNetwork>(TNetwork network, Loop<TNetwork> loop)
        where TNetwork : class, IClassifier<TNetwork> =>
        Network(network, loop) with
        {
            Train = problem => network.TrainStep(problem.Inputs, problem.Labels, Problem.LearningRate),
        };
}
