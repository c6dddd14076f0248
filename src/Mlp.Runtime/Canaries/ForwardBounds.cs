using System;

namespace Mlp.Serving;

/// <summary>
/// What a network gives for a sample, in double precision, and how far any float evaluation may be from it: in
/// every order of the sums, with multiply-add fused or not.
/// </summary>
/// <remarks>
/// Layer by layer (<see cref="LayerBounds"/>); an activation passes the error of its sum on and adds its ulps (<see cref="ActivationBound"/>).
/// Softmax: where each z may move by e, pᵢ changes by a factor of e^(eᵢ + max e) at most; rounding z − λ adds u |z − λ| to the
/// exponent, and exponentials, their sum and the division some roundings each.
/// </remarks>
internal static class ForwardBounds
{
    private const double Unit = 1.0 / (1 << 24);

    // Roundings of softmax beside the sum's: an exponential of 4 ulp twice, a reciprocal, a product.
    private const int SoftmaxRoundings = 20;

    // What an exponential may lose of a fast network.
    private const double SmallestExponential = 1.7e-38;

    /// <summary>Evaluates a sample.</summary>
    /// <param name="network">What the network is.</param>
    /// <param name="parameters">Its parameters in canonical order.</param>
    /// <param name="input">A sample.</param>
    /// <returns>The outputs and the error of each, infinite where a sum may leave the range of float; null where a layer is of no known kind.</returns>
    internal static (double[] Output, double[] Error)? Of(NetworkDescription network, ReadOnlySpan<float> parameters, ReadOnlySpan<float> input)
    {
        double[] values = new double[input.Length];
        double[] errors = new double[input.Length];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = input[index];
        }

        foreach (LayerDescription layer in network.Layers)
        {
            bool isSoftmax = layer.Activation.Equals(Activation.Softmax, StringComparison.OrdinalIgnoreCase);
            ActivationBound? activation = ActivationBound.Find(layer.Activation);
            if ((activation is null && !isSoftmax)
                || layer.Inputs != values.Length
                || LayerBounds.Of(layer, parameters, values, errors) is not var (sums, sumErrors))
            {
                return null;
            }

            (values, errors) = (sums, sumErrors);
            if (Array.Exists(errors, double.IsInfinity))
            {
                return (new double[network.Layers[^1].Outputs], Filled(network.Layers[^1].Outputs, double.PositiveInfinity));
            }

            if (activation is null)
            {
                (values, errors) = Softmax(values, errors);
                continue;
            }

            for (int unit = 0; unit < values.Length; unit++)
            {
                errors[unit] = activation.Error(values[unit], errors[unit]);
                values[unit] = activation.Value(values[unit]);
            }
        }

        return (values, errors);
    }

    private static (double[] Probabilities, double[] Errors) Softmax(double[] sums, double[] errors)
    {
        double top = double.NegativeInfinity;
        double widest = 0;
        for (int index = 0; index < sums.Length; index++)
        {
            top = Math.Max(top, sums[index]);
            widest = Math.Max(widest, errors[index]);
        }

        double[] probabilities = new double[sums.Length];
        double total = 0;
        double distance = 0;
        for (int index = 0; index < sums.Length; index++)
        {
            probabilities[index] = Math.Exp(sums[index] - top);
            total += probabilities[index];
            distance += probabilities[index] * (top - sums[index]);
        }

        double[] bounds = new double[sums.Length];
        for (int index = 0; index < sums.Length; index++)
        {
            probabilities[index] /= total;
            double exponent = errors[index] + widest + (Unit * (top - sums[index] + (distance / total) + (2 * widest) + sums.Length + SoftmaxRoundings));

            // Whatever happens, a probability is one.
            bounds[index] = Math.Min(1, (probabilities[index] * (Math.Exp(exponent) - 1)) + Unit * probabilities[index] + (4 * SmallestExponential));
        }

        return (probabilities, bounds);
    }

    private static double[] Filled(int count, double value)
    {
        double[] values = new double[count];
        Array.Fill(values, value);
        return values;
    }
}
