using System;
using Mlp.Testing.Reference.Layers;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference;

/// <summary>The error bounds of one sample, layer by layer; <see cref="BoundedReference"/> states their derivation.</summary>
internal static class ErrorPropagation
{
    /// <summary>e(z) and e(h) of every layer.</summary>
    public static SampleTrace Forward(ReferenceNetwork network, SampleTrace trace)
    {
        var errors = new SampleTrace(network.Layers.Count);
        errors.Values[0] = new double[network.InputSize];
        for (int t = 0; t < network.Layers.Count; t++)
        {
            ReferenceLayer layer = network.Layers[t];
            double[] eZ = layer.SumBounds(network.Parameters, trace.Values[t], errors.Values[t]);
            errors.Sums[t] = eZ;
            errors.Values[t + 1] = Activation(layer.Activation, trace.Sums[t], trace.Values[t + 1], eZ);
        }

        return errors;
    }

    /// <summary>e(δ) of every layer, added to the bounds of the forward pass.</summary>
    public static void Backward(ReferenceNetwork network, SampleTrace trace, SampleTrace errors, ReadOnlySpan<float> target) =>
        Backward(network, trace, errors, OutputBounds.Delta(network.LossName, network.Layers[^1].Activation, trace, errors.Sums[^1], errors.Prediction, target));

    /// <summary>The same from ∂L/∂ŷ of a loss of somebody else's, which is exact.</summary>
    public static void BackwardFromErrors(ReferenceNetwork network, SampleTrace trace, SampleTrace errors, ReadOnlySpan<float> outputErrors)
    {
        (double[] Size, double[] Bound) exact = (new double[outputErrors.Length], new double[outputErrors.Length]);
        for (int k = 0; k < exact.Size.Length; k++)
        {
            exact.Size[k] = Math.Abs(outputErrors[k]);
        }

        Backward(network, trace, errors, OutputBounds.ThroughOutput(network.Layers[^1].Activation, trace, errors.Sums[^1], errors.Prediction, exact));
    }

    /// <summary>∂ℓ/∂x of a sample whose errors are bounded all the way back, with its bounds.</summary>
    public static (double[] Sum, double[] Bound) InputErrors(ReferenceNetwork network, SampleTrace trace, SampleTrace errors) =>
        network.Layers[0].BackBounds(network.Parameters, (trace.Values[0], errors.Values[0]), (trace.Deltas[0], errors.Deltas[0]));

    private static void Backward(ReferenceNetwork network, SampleTrace trace, SampleTrace errors, double[] outputBounds)
    {
        errors.Deltas[^1] = outputBounds;
        for (int t = network.Layers.Count - 2; t >= 0; t--)
        {
            (double[] sum, double[] bound) = network.Layers[t + 1].BackBounds(
                network.Parameters, (trace.Values[t + 1], errors.Values[t + 1]), (trace.Deltas[t + 1], errors.Deltas[t + 1]));
            for (int i = 0; i < sum.Length; i++)
            {
                bound[i] = OutputBounds.Product(sum[i], bound[i], network.Layers[t].Activation, trace.Sums[t][i], errors.Sums[t][i]);
            }

            errors.Deltas[t] = bound;
        }
    }

    private static double[] Activation(ReferenceFunction g, double[] z, double[] h, double[] eZ)
    {
        if (g.IsHorizontal)
        {
            return OutputBounds.Softmax(z, h, eZ);
        }

        double[] bounds = new double[z.Length];
        for (int o = 0; o < z.Length; o++)
        {
            double slope = Math.Abs(g.Derivative(z[o])) + g.Bend(z[o], eZ[o]);
            bounds[o] = Checked((eZ[o] * slope) + (Function * g.ValueScale(z[o])), Math.Abs(h[o]) + eZ[o]);
        }

        return bounds;
    }
}
