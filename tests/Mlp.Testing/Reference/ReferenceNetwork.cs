using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Testing.Reference.Layers;

namespace Mlp.Testing.Reference;

/// <summary>
/// The independent oracle: a network in double precision, in plain loops, one sample after the other,
/// written from the equations and from nothing else [Lu 1-14].
/// </summary>
public sealed class ReferenceNetwork
{
    private readonly List<ReferenceLayer> _layers = [];

    /// <summary>The oracle of a described network; its parameters start at 0.</summary>
    public ReferenceNetwork(NetworkDescription description)
        : this(description.Layers, description.Loss)
    {
    }

    /// <summary>An oracle of dense layers of the given sizes; <paramref name="hidden"/> is one name, or one for each hidden layer; <paramref name="loss"/> null is the canonical one of the output.</summary>
    public ReferenceNetwork(int[] sizes, string hidden, string output, string? loss = null)
        : this(
            Enumerable.Range(1, sizes.Length - 1).Select(t => new LayerDescription("Dense", sizes[t - 1], sizes[t], t == sizes.Length - 1 ? output : HiddenActivation(hidden, t), 0)),
            loss ?? ReferenceLoss.CanonicalFor(output))
    {
    }

    private ReferenceNetwork(IEnumerable<LayerDescription> layers, string loss)
    {
        int offset = 0;
        foreach (LayerDescription described in layers)
        {
            // Where a description says that parameters start, it is believed as little as the network is.
            var layer = ReferenceLayer.Of(described, offset);
            _layers.Add(layer);
            offset += layer.ParameterCount;
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

    /// <summary>The network's seed and the steps it has taken: which values a training drops follows from them.</summary>
    public (ulong Seed, long Step) Moment { get; set; }

    /// <summary>For each parameter, how many products of one sample its gradient is a sum of, at most.</summary>
    public int[] TermsASample => [.. _layers.SelectMany(layer => Enumerable.Repeat(layer.TermsASample, layer.ParameterCount))];

    public int InputSize => _layers[0].Inputs;

    public int OutputSize => _layers[^1].Outputs;

    /// <summary>The activation of a hidden layer, counted from 1: its own of a list, the last where the list ends before.</summary>
    public static string HiddenActivation(string hidden, int layer)
    {
        string[] names = hidden.Split(", ");
        return names[Math.Min(layer, names.Length) - 1];
    }

    /// <summary>Takes over the parameters of a network.</summary>
    public void SetParameters(ReadOnlySpan<float> source)
    {
        for (int i = 0; i < Parameters.Length; i++)
        {
            Parameters[i] = source[i];
        }
    }

    /// <summary>z = W h + b and h = g(z), layer by layer [Lu 1-4].</summary>
    /// <param name="input">The sample.</param>
    /// <param name="place">Its place in the minibatch that is trained on; null where nothing is trained.</param>
    public SampleTrace Propagate(ReadOnlySpan<float> input, int? place = null)
    {
        var trace = new SampleTrace(_layers.Count);
        trace.Values[0] = new double[InputSize];
        for (int i = 0; i < InputSize; i++)
        {
            trace.Values[0][i] = input[i];
        }

        for (int t = 0; t < _layers.Count; t++)
        {
            ReferenceLayer layer = _layers[t];
            layer.Begin(place is { } sample ? new SampleMoment(Moment.Seed, Moment.Step, t, sample) : null);
            double[] z = layer.Sums(Parameters, trace.Values[t]);
            trace.Sums[t] = z;
            trace.Values[t + 1] = layer.Activation.IsHorizontal
                ? ReferenceFunction.Softmax(z)
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
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="isTraining">Whether the next step's values are dropped.</param>
    public double MeanLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, bool isTraining = false)
    {
        int n = inputs.Length / InputSize;
        double sum = 0;
        for (int sample = 0; sample < n; sample++)
        {
            sum += SampleLoss(Propagate(Row(inputs, sample, InputSize), isTraining ? sample : null), Row(targets, sample, OutputSize));
        }

        return sum / n;
    }

    /// <summary>δ of every layer, last first: δ⁽ᵗ⁾ = (W⁽ᵗ⁺¹⁾ᵀ δ⁽ᵗ⁺¹⁾) ⊙ g′(z⁽ᵗ⁾) [Lu 11-12].</summary>
    public void PropagateBack(SampleTrace trace, ReadOnlySpan<float> target) =>
        PropagateBack(trace, ReferenceLoss.Delta(LossName, _layers[^1].Activation, trace.Sums[^1], trace.Prediction, target));

    /// <summary>The same from ∂L/∂ŷ of a loss of somebody else's.</summary>
    public void PropagateErrors(SampleTrace trace, ReadOnlySpan<float> outputErrors) =>
        PropagateBack(trace, ReferenceLoss.ThroughOutput(_layers[^1].Activation, trace.Sums[^1], trace.Prediction, Widened(outputErrors)));

    /// <summary>∂ℓ/∂x of a sample that has been propagated back: Wᵀ δ of the first layer [Lu 12].</summary>
    public double[] InputErrors(SampleTrace trace) => _layers[0].Back(Parameters, trace.Values[0], trace.Deltas[0]);

    /// <summary>∂L/∂x of a batch, L the mean of its samples' losses.</summary>
    public double[] InputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int n = inputs.Length / InputSize;
        var gradient = new List<double>();
        for (int sample = 0; sample < n; sample++)
        {
            SampleTrace trace = Propagate(Row(inputs, sample, InputSize), sample);
            PropagateBack(trace, Row(targets, sample, OutputSize));
            gradient.AddRange(Array.ConvertAll(InputErrors(trace), error => error / n));
        }

        return [.. gradient];
    }

    /// <summary>∂L/∂θ: ∂L/∂W = (1/n) Σ δ hᵀ and ∂L/∂b = (1/n) Σ δ, the sum over samples divided by n [Lu 13-14].</summary>
    public double[] Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int n = inputs.Length / InputSize;
        double[] gradient = new double[Parameters.Length];
        for (int sample = 0; sample < n; sample++)
        {
            SampleTrace trace = Propagate(Row(inputs, sample, InputSize), sample);
            PropagateBack(trace, Row(targets, sample, OutputSize));
            for (int t = 0; t < _layers.Count; t++)
            {
                _layers[t].AddGradient(trace.Values[t], Array.ConvertAll(trace.Deltas[t], delta => delta / n), gradient);
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

    private static double[] Widened(ReadOnlySpan<float> values)
    {
        double[] wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = values[i];
        }

        return wide;
    }

    private void PropagateBack(SampleTrace trace, double[] outputDelta)
    {
        trace.Deltas[^1] = outputDelta;
        for (int t = _layers.Count - 2; t >= 0; t--)
        {
            double[] back = _layers[t + 1].Back(Parameters, trace.Values[t + 1], trace.Deltas[t + 1]);
            for (int i = 0; i < back.Length; i++)
            {
                back[i] *= _layers[t].Activation.Derivative(trace.Sums[t][i]);
            }

            trace.Deltas[t] = back;
        }
    }
}
