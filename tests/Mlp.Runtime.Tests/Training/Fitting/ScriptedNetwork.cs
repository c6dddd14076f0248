using System;
using System.Collections.Generic;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>
/// A network that learns nothing: its only parameter counts the steps that it has taken, its losses follow a script, its
/// prediction is its input. It notes what it was given.
/// </summary>
internal sealed class ScriptedNetwork : INetwork<ScriptedNetwork>
{
    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 1;

    public static NetworkDescription Description => throw new NotSupportedException();

    public static string Summary => throw new NotSupportedException();

    /// <summary>The loss of any data as a function of the parameter.</summary>
    internal Func<float, float> LossAfter { get; init; } = _ => 1;

    /// <summary>The loss that a step returns, by the parameter before it.</summary>
    internal Func<float, float> LossBeforeStep { get; init; } = _ => 1;

    /// <summary>Is called in each step with the number of steps before it.</summary>
    internal Action<float> InStep { get; init; } = _ => { };

    internal float Steps { get; set; }

    internal List<float[]> Inputs { get; } = [];

    internal List<float[]> Targets { get; } = [];

    internal List<float> Rates { get; } = [];

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        InStep(Steps);
        Inputs.Add(inputs.ToArray());
        Targets.Add(targets.ToArray());
        Rates.Add(learningRate);
        return LossBeforeStep(Steps++);
    }

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => LossAfter(Steps);

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => inputs.CopyTo(outputs);

    public void CopyParametersTo(Span<float> destination) => destination[0] = Steps;

    public void SetParameters(ReadOnlySpan<float> source) => Steps = source[0];

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => throw new NotSupportedException();

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        gradient[0] = float.NaN;
        return 1;
    }

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => throw new NotSupportedException();

    public ScriptedNetwork Clone() => throw new NotSupportedException();
}
