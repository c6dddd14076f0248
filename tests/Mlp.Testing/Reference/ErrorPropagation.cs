using System;
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
            (double[] h, double[] eH) = (trace.Values[t], errors.Values[t]);
            double[] eZ = new double[layer.Outputs];
            for (int o = 0; o < layer.Outputs; o++)
            {
                ReadOnlySpan<double> row = network.Parameters.AsSpan(layer.Weight(o, 0), layer.Inputs);
                double magnitude = Math.Abs(network.Parameters[layer.Bias(o)]);
                double carried = 0;
                for (int i = 0; i < row.Length; i++)
                {
                    double w = Math.Abs(row[i]);
                    magnitude += w * Math.Abs(h[i]);
                    carried += w * eH[i];
                }

                magnitude += carried;
                double bound = (Gamma(layer.Inputs) * magnitude) + carried;
                eZ[o] = bound == 0 ? 0 : Checked(bound, magnitude);
            }

            errors.Sums[t] = eZ;
            errors.Values[t + 1] = Activation(layer.Activation, trace.Sums[t], trace.Values[t + 1], eZ);
        }

        return errors;
    }

    /// <summary>e(δ) of every layer, added to the bounds of the forward pass.</summary>
    public static void Backward(ReferenceNetwork network, SampleTrace trace, SampleTrace errors, ReadOnlySpan<float> target)
    {
        ReferenceActivation output = network.Layers[^1].Activation;
        errors.Deltas[^1] = OutputBounds.Delta(network.LossName, output, trace, errors.Sums[^1], errors.Prediction, target);
        for (int t = network.Layers.Count - 2; t >= 0; t--)
        {
            ReferenceLayer next = network.Layers[t + 1];
            double[] sum = new double[next.Inputs];
            double[] magnitude = new double[next.Inputs];
            double[] carried = new double[next.Inputs];
            for (int o = 0; o < next.Outputs; o++)
            {
                ReadOnlySpan<double> row = network.Parameters.AsSpan(next.Weight(o, 0), next.Inputs);
                (double delta, double eDelta) = (trace.Deltas[t + 1][o], errors.Deltas[t + 1][o]);
                double reach = Math.Abs(delta) + eDelta;
                for (int i = 0; i < row.Length; i++)
                {
                    sum[i] += row[i] * delta;
                    magnitude[i] += Math.Abs(row[i]) * reach;
                    carried[i] += Math.Abs(row[i]) * eDelta;
                }
            }

            double gamma = Gamma(next.Outputs);
            for (int i = 0; i < sum.Length; i++)
            {
                double eSum = Checked((gamma * magnitude[i]) + carried[i], magnitude[i]);
                carried[i] = OutputBounds.Product(sum[i], eSum, network.Layers[t].Activation, trace.Sums[t][i], errors.Sums[t][i]);
            }

            errors.Deltas[t] = carried;
        }
    }

    private static double[] Activation(ReferenceActivation g, double[] z, double[] h, double[] eZ)
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
