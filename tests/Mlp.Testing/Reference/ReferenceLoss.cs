using System;

namespace Mlp.Testing.Reference;

/// <summary>The losses of one sample and their derivatives by the last pre-activations, in double precision.</summary>
public static class ReferenceLoss
{
    /// <summary>The canonical loss of an output activation [NPFL129]; squared error where it has none.</summary>
    public static string CanonicalFor(string output) => ReferenceFunction.Of(output).Name switch
    {
        Activation.Sigmoid => Loss.BinaryCrossEntropy,
        Activation.Softmax => Loss.CrossEntropy,
        Activation.Exp => Loss.PoissonNegativeLogLikelihood,
        _ => Loss.SquaredError,
    };

    /// <summary>ℓ of one sample; the canonical pairs are computed from z, where nothing overflows.</summary>
    public static double Value(string loss, ReadOnlySpan<double> z, ReadOnlySpan<double> prediction, ReadOnlySpan<float> target)
    {
        double sum = loss == Loss.CrossEntropy ? LogSumExp(z) : 0;
        for (int k = 0; k < z.Length; k++)
        {
            double y = target[k];
            sum += loss switch
            {
                Loss.SquaredError => 0.5 * (prediction[k] - y) * (prediction[k] - y),
                Loss.BinaryCrossEntropy => Math.Max(z[k], 0) - (z[k] * y) + ReferenceFunction.Log1P(Math.Exp(-Math.Abs(z[k]))),
                Loss.CrossEntropy => -y * z[k],
                Loss.PoissonNegativeLogLikelihood => Math.Exp(z[k]) - (y * z[k]),
                _ => throw new ArgumentException($"No loss is called '{loss}'.", nameof(loss)),
            };
        }

        return sum;
    }

    /// <summary>δ at the output: ∂ℓ/∂z [Lu 11]. ŷ − y for the canonical pairs; never a division by ŷ.</summary>
    public static double[] Delta(
        string loss, ReferenceFunction output, ReadOnlySpan<double> z, ReadOnlySpan<double> prediction, ReadOnlySpan<float> target)
    {
        int n = z.Length;
        double[] delta = new double[n];
        for (int k = 0; k < n; k++)
        {
            delta[k] = prediction[k] - target[k];
        }

        return loss == Loss.SquaredError ? ThroughOutput(output, z, prediction, delta) : delta;
    }

    /// <summary>∂L/∂z of any L from ∂L/∂ŷ: the transposed Jacobian of the output's activation.</summary>
    public static double[] ThroughOutput(ReferenceFunction output, ReadOnlySpan<double> z, ReadOnlySpan<double> prediction, ReadOnlySpan<double> errors)
    {
        int n = z.Length;
        double[] bySum = new double[n];
        for (int k = 0; k < n; k++)
        {
            if (!output.IsHorizontal)
            {
                bySum[k] = errors[k] * output.Derivative(z[k]);
                continue;
            }

            // The whole Jacobian of softmax: ∂ŷⱼ/∂zₖ = ŷⱼ (δⱼₖ − ŷₖ).
            for (int j = 0; j < n; j++)
            {
                bySum[k] += errors[j] * prediction[j] * ((j == k ? 1 : 0) - prediction[k]);
            }
        }

        return bySum;
    }

    private static double LogSumExp(ReadOnlySpan<double> z)
    {
        double shift = double.NegativeInfinity;
        foreach (double value in z)
        {
            shift = Math.Max(shift, value);
        }

        double total = 0;
        foreach (double value in z)
        {
            total += Math.Exp(value - shift);
        }

        return shift + Math.Log(total);
    }
}
