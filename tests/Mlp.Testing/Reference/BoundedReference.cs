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
/// <item>What is dropped is 0 without error; what stays has the error of two roundings, of 1 / (1 − p) and of the product.</item>
/// <item>e(mean h) = γₙ mean(|h| + e(h)) + mean e(h), and on the way back a sum of δ / n.</item>
/// <item>e(∂L/∂x) = e(s) of the first layer, where h = x is exact.</item>
/// <item>e(∂L/∂w) = (1/n) (γ Σ (|δ| + e(δ)) (|h| + e(h)) + Σ |δ| e(h) + e(δ) (|h| + e(h))).</item>
/// </list>
/// </remarks>
public sealed partial class BoundedReference(ReferenceNetwork network)
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
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="isTraining">Whether the next step's values are dropped.</param>
    public Bounded MeanLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, bool isTraining = false)
    {
        int n = inputs.Length / network.InputSize;
        (double sum, double bound, double magnitude) = (0, 0, 0);
        for (int sample = 0; sample < n; sample++)
        {
            SampleTrace trace = network.Propagate(ReferenceNetwork.Row(inputs, sample, network.InputSize), isTraining ? sample : null);
            AddLoss(trace, ErrorPropagation.Forward(network, trace), ReferenceNetwork.Row(targets, sample, network.OutputSize), ref sum, ref bound, ref magnitude);
        }

        return Mean(n, sum, bound, magnitude);
    }

    /// <summary>The mean loss of a batch and its gradient in canonical order, without the values that the next step drops.</summary>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="places">The place of each in its minibatch; empty where they are all of it, in their order.</param>
    public BoundedGradient Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> places = default)
    {
        int n = inputs.Length / network.InputSize;
        var sums = new BoundedSums(network.Parameters.Length);
        (double loss, double lossBound, double lossMagnitude) = (0, 0, 0);
        for (int sample = 0; sample < n; sample++)
        {
            ReadOnlySpan<float> target = ReferenceNetwork.Row(targets, sample, network.OutputSize);
            SampleTrace trace = network.Propagate(ReferenceNetwork.Row(inputs, sample, network.InputSize), places.IsEmpty ? sample : places[sample]);
            network.PropagateBack(trace, target);
            SampleTrace errors = ErrorPropagation.Forward(network, trace);
            ErrorPropagation.Backward(network, trace, errors, target);
            AddLoss(trace, errors, target, ref loss, ref lossBound, ref lossMagnitude);
            AddGradient(trace, errors, n, sums);
        }

        return new BoundedGradient(Mean(n, loss, lossBound, lossMagnitude), Finish(sums, n), sums.Magnitudes) { TermsASample = network.TermsASample };
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

    private void AddGradient(SampleTrace trace, SampleTrace errors, int divisor, BoundedSums sums)
    {
        for (int t = 0; t < network.Layers.Count; t++)
        {
            (double[] Value, double[] Bound) delta = (Array.ConvertAll(trace.Deltas[t], value => value / divisor), Array.ConvertAll(errors.Deltas[t], value => value / divisor));
            network.Layers[t].AddGradientBounds((trace.Values[t], errors.Values[t]), delta, sums);
        }
    }

    private Bounded[] Finish(BoundedSums sums, int samples)
    {
        int[] terms = network.TermsASample;
        var gradient = new Bounded[terms.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] = new Bounded(sums.Values[i], Checked(sums.Bounds[i] + (Gamma(samples * terms[i]) * sums.Magnitudes[i]), sums.Magnitudes[i] * samples));
        }

        return gradient;
    }

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
