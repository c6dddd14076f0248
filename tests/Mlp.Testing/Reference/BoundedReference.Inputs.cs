using System;
using Mlp.Testing.Reference.Layers;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference;

/// <content>The way back to the inputs. An error is divided by n once, at the output: two roundings more, of each error.</content>
public sealed partial class BoundedReference
{
    /// <summary>∂L/∂x of n samples, L the mean of their losses, without the values that the next step drops.</summary>
    public Bounded[] InputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int n = inputs.Length / network.InputSize;
        var result = new Bounded[inputs.Length];
        for (int sample = 0; sample < n; sample++)
        {
            ReadOnlySpan<float> target = ReferenceNetwork.Row(targets, sample, network.OutputSize);
            SampleTrace trace = network.Propagate(ReferenceNetwork.Row(inputs, sample, network.InputSize), sample);
            network.PropagateBack(trace, target);
            SampleTrace errors = ErrorPropagation.Forward(network, trace);
            ErrorPropagation.Backward(network, trace, errors, target);
            PutInputErrors(trace, errors, n, result.AsSpan(sample * network.InputSize));
        }

        return result;
    }

    /// <summary>From ∂L/∂ŷ of n samples, which is exact: ∂L/∂θ, a sum, in canonical order, and ∂L/∂x, without the values that the next step drops.</summary>
    public (Bounded[] Gradient, Bounded[] InputGradient) Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient)
    {
        int n = inputs.Length / network.InputSize;
        var sums = new BoundedSums(network.Parameters.Length);
        var result = new Bounded[inputs.Length];
        for (int sample = 0; sample < n; sample++)
        {
            ReadOnlySpan<float> outputErrors = ReferenceNetwork.Row(outputGradient, sample, network.OutputSize);
            SampleTrace trace = network.Propagate(ReferenceNetwork.Row(inputs, sample, network.InputSize), sample);
            network.PropagateErrors(trace, outputErrors);
            SampleTrace errors = ErrorPropagation.Forward(network, trace);
            ErrorPropagation.BackwardFromErrors(network, trace, errors, outputErrors);
            AddGradient(trace, errors, 1, sums);
            PutInputErrors(trace, errors, 1, result.AsSpan(sample * network.InputSize));
        }

        return (Finish(sums, n), result);
    }

    private void PutInputErrors(SampleTrace trace, SampleTrace errors, int divisor, Span<Bounded> row)
    {
        (double[] values, double[] bounds) = ErrorPropagation.InputErrors(network, trace, errors);
        for (int i = 0; i < values.Length; i++)
        {
            double magnitude = Math.Abs(values[i]) + bounds[i];
            row[i] = new Bounded(values[i] / divisor, Checked((bounds[i] + (2 * Unit * magnitude)) / divisor, magnitude));
        }
    }
}
