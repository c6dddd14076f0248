using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Testing.Reference;

/// <summary>
/// The independent oracle: a multi-layer perceptron in double precision, in plain loops, one sample after the other,
/// written from the equations and from nothing else [Lu 1-14].
/// </summary>
public sealed class ReferenceNetwork
{
    private readonly ReferenceLayer[] _layers;

    /// <summary>The oracle of a described network; its parameters start at 0.</summary>
    public ReferenceNetwork(NetworkDescription description)
        : this(
            [description.Layers[0].Inputs, .. description.Layers.Select(layer => layer.Outputs)],
            [.. description.Layers.Select(layer => layer.Activation)],
            description.Loss)
    {
    }

    /// <summary>An oracle of the given sizes; <paramref name="loss"/> null is the canonical one of the output.</summary>
    public ReferenceNetwork(int[] sizes, string hidden, string output, string? loss = null)
        : this(
            sizes,
            [.. Enumerable.Repeat(hidden, sizes.Length - 2), output],
            loss ?? ReferenceLoss.CanonicalFor(output))
    {
    }

    private ReferenceNetwork(int[] sizes, string[] activations, string loss)
    {
        _layers = new ReferenceLayer[sizes.Length - 1];
        int offset = 0;
        for (int t = 0; t < _layers.Length; t++)
        {
            _layers[t] = new ReferenceLayer(sizes[t], sizes[t + 1], ReferenceActivation.Of(activations[t]), offset);
            offset += (sizes[t] + 1) * sizes[t + 1];
        }

        LossName = loss;
        Parameters = new double[offset];
    }

    /// <summary>The layers, input side first.</summary>
    public IReadOnlyList<ReferenceLayer> Layers => _layers;

    /// <summary>A name of <see cref="Loss"/>.</summary>
    public string LossName { get; }

    /// <summary>θ in canonical order: for each layer W row by row, then b.</summary>
    public double[] Parameters { get; }

    public int InputSize => _layers[0].Inputs;

    public int OutputSize => _layers[^1].Outputs;

    /// <summary>Takes over the parameters of a network.</summary>
    public void SetParameters(ReadOnlySpan<float> source)
    {
        for (int i = 0; i < Parameters.Length; i++)
        {
            Parameters[i] = source[i];
        }
    }

    /// <summary>z = W h + b and h = g(z), layer by layer [Lu 1-4].</summary>
    public SampleTrace Propagate(ReadOnlySpan<float> input)
    {
        var trace = new SampleTrace(_layers.Length);
        trace.Values[0] = new double[InputSize];
        for (int i = 0; i < InputSize; i++)
        {
            trace.Values[0][i] = input[i];
        }

        for (int t = 0; t < _layers.Length; t++)
        {
            ReferenceLayer layer = _layers[t];
            double[] h = trace.Values[t];
            double[] z = new double[layer.Outputs];
            for (int o = 0; o < layer.Outputs; o++)
            {
                ReadOnlySpan<double> row = Parameters.AsSpan(layer.Weight(o, 0), layer.Inputs);
                double sum = Parameters[layer.Bias(o)];
                for (int i = 0; i < row.Length; i++)
                {
                    sum += row[i] * h[i];
                }

                z[o] = sum;
            }

            trace.Sums[t] = z;
            trace.Values[t + 1] = layer.Activation.IsHorizontal
                ? ReferenceActivation.Softmax(z)
                : Array.ConvertAll(z, value => layer.Activation.Value(value));
        }

        return trace;
    }

    /// <summary>ŷ of one sample.</summary>
    public double[] Forward(ReadOnlySpan<float> input) => Propagate(input).Prediction;

    /// <summary>The loss of one propagated sample: the sum over its outputs.</summary>
    public double SampleLoss(SampleTrace trace, ReadOnlySpan<float> target) =>
        ReferenceLoss.Value(LossName, trace.Sums[^1], trace.Prediction, target);

    /// <summary>The loss of a batch: the mean over its samples [Lu 8].</summary>
    public double MeanLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int n = inputs.Length / InputSize;
        double sum = 0;
        for (int sample = 0; sample < n; sample++)
        {
            sum += SampleLoss(Propagate(Row(inputs, sample, InputSize)), Row(targets, sample, OutputSize));
        }

        return sum / n;
    }

    /// <summary>δ of every layer, last first: δ⁽ᵗ⁾ = (W⁽ᵗ⁺¹⁾ᵀ δ⁽ᵗ⁺¹⁾) ⊙ g′(z⁽ᵗ⁾) [Lu 11-12].</summary>
    public void PropagateBack(SampleTrace trace, ReadOnlySpan<float> target)
    {
        trace.Deltas[^1] = ReferenceLoss.Delta(LossName, _layers[^1].Activation, trace.Sums[^1], trace.Prediction, target);
        for (int t = _layers.Length - 2; t >= 0; t--)
        {
            ReferenceLayer next = _layers[t + 1];
            double[] back = new double[next.Inputs];
            for (int o = 0; o < next.Outputs; o++)
            {
                ReadOnlySpan<double> row = Parameters.AsSpan(next.Weight(o, 0), next.Inputs);
                double delta = trace.Deltas[t + 1][o];
                for (int i = 0; i < row.Length; i++)
                {
                    back[i] += row[i] * delta;
                }
            }

            for (int i = 0; i < back.Length; i++)
            {
                back[i] *= _layers[t].Activation.Derivative(trace.Sums[t][i]);
            }

            trace.Deltas[t] = back;
        }
    }

    /// <summary>∂L/∂θ: ∂L/∂W = (1/n) Σ δ hᵀ and ∂L/∂b = (1/n) Σ δ, the sum over samples divided by n [Lu 13-14].</summary>
    public double[] Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int n = inputs.Length / InputSize;
        double[] gradient = new double[Parameters.Length];
        for (int sample = 0; sample < n; sample++)
        {
            SampleTrace trace = Propagate(Row(inputs, sample, InputSize));
            PropagateBack(trace, Row(targets, sample, OutputSize));
            for (int t = 0; t < _layers.Length; t++)
            {
                for (int o = 0; o < _layers[t].Outputs; o++)
                {
                    double delta = trace.Deltas[t][o] / n;
                    for (int i = 0; i < _layers[t].Inputs; i++)
                    {
                        gradient[_layers[t].Weight(o, i)] += delta * trace.Values[t][i];
                    }

                    gradient[_layers[t].Bias(o)] += delta;
                }
            }
        }

        return gradient;
    }

    /// <summary>One step of minibatch SGD: θ ← θ − α ∂L/∂θ [NPFL129].</summary>
    public void Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, double learningRate)
    {
        double[] gradient = Gradient(inputs, targets);
        for (int i = 0; i < gradient.Length; i++)
        {
            Parameters[i] -= learningRate * gradient[i];
        }
    }

    /// <summary>One row of a row-major batch.</summary>
    internal static ReadOnlySpan<float> Row(ReadOnlySpan<float> batch, int sample, int size) => batch.Slice(sample * size, size);
}
