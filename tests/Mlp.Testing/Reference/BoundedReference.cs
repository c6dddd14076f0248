using System;
using Mlp.Testing.Reference.Layers;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference;

/// <summary>
/// The oracle with error bounds: every number comes with the distance that single-precision rounding explains, whatever
/// the order of the sums, fused or not.
/// </summary>
/// <remarks>
/// Running error analysis, in double, beside the computation. With e(·) the bound of a quantity's error:
/// <list type="bullet">
/// <item>e(x) = 0: inputs and parameters are given in single precision.</item>
/// <item>e(z) = γₙ (Σ |w| (|h| + e(h)) + |b|) + Σ |w| e(h), for a sum of n products.</item>
/// <item>e(h) = e(z) (|g′(z)| + bend) + rounding of g, by the mean value theorem; bend bounds how far g′ changes within
/// e(z): sup |g″| · e(z), or the whole jump of a kink that lies within e(z), so that a flipped ReLU is explained.</item>
/// <item>e(s) = γₘ Σ |w| (|δ| + e(δ)) + Σ |w| e(δ) for s = Wᵀ δ, then the product rule for δ = s · g′(z).</item>
/// <item>A convolution is a sum of products like any other: n are the taps times the channels of a group, and on the way back the windows that see an
/// input times the filters of its group. The gradient of a weight is a sum over positions and samples.</item>
/// <item>e(max h) = max e(h). On the way back the error is at the largest, but where another is within e(h) of it, either may have all of it or none.
/// A clipped value within e(h) of an end likewise.</item>
/// <item>e(mean h) = γₙ mean(|h| + e(h)) + mean e(h), and on the way back a sum of δ / n.</item>
/// <item>e(∂L/∂w) = (1/n) (γ Σ (|δ| + e(δ)) (|h| + e(h)) + Σ |δ| e(h) + e(δ) (|h| + e(h))).</item>
/// </list>
/// </remarks>
public sealed class BoundedReference(ReferenceNetwork network)
{
    /// <summary>ŷ of n samples.</summary>
    public Bounded[] Forward(ReadOnlySpan<float> inputs)
    {
        int n = inputs.Length / network.InputSize;
        var result = new Bounded[n * network.OutputSize];
        for (int sample = 0; sample < n; sample++)
        {
            SampleTrace trace = network.Propagate(ReferenceNetwork.Row(inputs, sample, network.InputSize));
            SampleTrace errors = ErrorPropagation.Forward(network, trace);
            for (int k = 0; k < network.OutputSize; k++)
            {
                result[(sample * network.OutputSize) + k] = new Bounded(trace.Prediction[k], errors.Prediction[k]);
            }
        }

        return result;
    }

    /// <summary>The mean loss of a batch.</summary>
    public Bounded MeanLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int n = inputs.Length / network.InputSize;
        (double sum, double bound, double magnitude) = (0, 0, 0);
        for (int sample = 0; sample < n; sample++)
        {
            SampleTrace trace = network.Propagate(ReferenceNetwork.Row(inputs, sample, network.InputSize));
            AddLoss(trace, ErrorPropagation.Forward(network, trace), ReferenceNetwork.Row(targets, sample, network.OutputSize), ref sum, ref bound, ref magnitude);
        }

        return Mean(n, sum, bound, magnitude);
    }

    /// <summary>The mean loss of a batch and its gradient in canonical order.</summary>
    public BoundedGradient Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int n = inputs.Length / network.InputSize;
        int[] terms = network.TermsASample;
        int count = network.Parameters.Length;
        var sums = new BoundedSums(count);
        (double loss, double lossBound, double lossMagnitude) = (0, 0, 0);
        for (int sample = 0; sample < n; sample++)
        {
            ReadOnlySpan<float> target = ReferenceNetwork.Row(targets, sample, network.OutputSize);
            SampleTrace trace = network.Propagate(ReferenceNetwork.Row(inputs, sample, network.InputSize));
            network.PropagateBack(trace, target);
            SampleTrace errors = ErrorPropagation.Forward(network, trace);
            ErrorPropagation.Backward(network, trace, errors, target);
            AddLoss(trace, errors, target, ref loss, ref lossBound, ref lossMagnitude);
            for (int t = 0; t < network.Layers.Count; t++)
            {
                (double[] Value, double[] Bound) delta = (Array.ConvertAll(trace.Deltas[t], value => value / n), Array.ConvertAll(errors.Deltas[t], value => value / n));
                network.Layers[t].AddGradientBounds((trace.Values[t], errors.Values[t]), delta, sums);
            }
        }

        var gradient = new Bounded[count];
        for (int i = 0; i < count; i++)
        {
            gradient[i] = new Bounded(sums.Values[i], Checked(sums.Bounds[i] + (Gamma(n * terms[i]) * sums.Magnitudes[i]), sums.Magnitudes[i] * n));
        }

        return new BoundedGradient(Mean(n, loss, lossBound, lossMagnitude), gradient, sums.Magnitudes) { TermsASample = terms };
    }

    /// <summary>
    /// Parameters after one step of SGD: θ − α g. The update may be fused, n products added onto θ itself, which is n
    /// roundings of |θ| + α Σ|δ h| / n.
    /// </summary>
    public Bounded[] Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, double learningRate, out Bounded loss)
    {
        BoundedGradient gradient = Gradient(inputs, targets);
        loss = gradient.Loss;
        int n = inputs.Length / network.InputSize;
        var result = new Bounded[network.Parameters.Length];
        for (int i = 0; i < result.Length; i++)
        {
            double magnitude = Math.Abs(network.Parameters[i]) + (learningRate * gradient.Magnitudes[i]);
            result[i] = new Bounded(
                network.Parameters[i] - (learningRate * gradient.Elements[i].Value),
                Checked((learningRate * gradient.Elements[i].Bound) + (gradient.GammaOf(i, n) * magnitude), magnitude));
        }

        return result;
    }

    private static Bounded Mean(int n, double sum, double bound, double magnitude) =>
        new(sum / n, Checked((bound + (Gamma(n) * magnitude)) / n, magnitude));

    private void AddLoss(
        SampleTrace trace, SampleTrace errors, ReadOnlySpan<float> target, ref double sum, ref double bound, ref double magnitude)
    {
        double loss = network.SampleLoss(trace, target);
        double error = OutputBounds.Loss(network.LossName, trace.Sums[^1], trace.Prediction, errors.Sums[^1], errors.Prediction, target);
        sum += loss;
        bound += error;
        magnitude += Math.Abs(loss) + error;
    }
}
