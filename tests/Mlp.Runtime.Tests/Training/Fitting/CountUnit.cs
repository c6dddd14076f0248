using System;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>
/// Poisson regression by hand: one input, the rate e^(w x + b), the loss ŷ − y ln ŷ, which is below 0 for counts above e.
/// </summary>
internal sealed class CountUnit : INetwork<CountUnit>, IFittedNetwork
{
    private readonly float[] _parameters = new float[2];

    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 2;

    public static NetworkDescription Description { get; } = new(
        [new LayerDescription("Dense", 1, 1, Activation.Exp, 0)], Loss.PoissonNegativeLogLikelihood, Optimizer.SGD, Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

    DataSchema? IFittedNetwork.Schema { get; set; }

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int row = 0; row < inputs.Length; row++)
        {
            outputs[row] = (float)Math.Exp(Logarithm(inputs[row]));
        }
    }

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => ComputeGradient(inputs, targets, stackalloc float[2]);

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        (double loss, double weight, double bias) = (0, 0, 0);
        for (int row = 0; row < inputs.Length; row++)
        {
            double logarithm = Logarithm(inputs[row]);
            double rate = Math.Exp(logarithm);
            loss += rate - (targets[row] * logarithm);
            weight += (rate - targets[row]) * inputs[row];
            bias += rate - targets[row];
        }

        gradient[0] = (float)(weight / inputs.Length);
        gradient[1] = (float)(bias / inputs.Length);
        return (float)(loss / inputs.Length);
    }

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        Span<float> gradient = stackalloc float[2];
        float loss = ComputeGradient(inputs, targets, gradient);
        ApplyGradient(gradient, learningRate);
        return loss;
    }

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate)
    {
        _parameters[0] -= learningRate * gradient[0];
        _parameters[1] -= learningRate * gradient[1];
    }

    public void CopyParametersTo(Span<float> destination) => _parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<float> source) => source.CopyTo(_parameters);

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => ForwardBatch(input, output);

    public CountUnit Clone() => throw new NotSupportedException();

    private double Logarithm(float input) => ((double)_parameters[0] * input) + _parameters[1];
}
