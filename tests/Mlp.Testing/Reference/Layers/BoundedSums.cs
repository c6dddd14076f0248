using System;

namespace Mlp.Testing.Reference.Layers;

/// <summary>Sums of products with what their bounds are made of: over samples, one for each parameter in canonical order, or on the way back, one for each input.</summary>
internal sealed class BoundedSums(int count)
{
    public double[] Values { get; } = new double[count];

    /// <summary>What the terms' own bounds carry.</summary>
    public double[] Bounds { get; } = new double[count];

    /// <summary>What the rounding of the sums is relative to.</summary>
    public double[] Magnitudes { get; } = new double[count];

    /// <summary>Adds δ h onto neighbouring sums.</summary>
    public void Add(int start, double delta, double eDelta, ReadOnlySpan<double> h, ReadOnlySpan<double> eH)
    {
        double size = Math.Abs(delta);
        for (int i = 0; i < h.Length; i++)
        {
            double reach = Math.Abs(h[i]) + eH[i];
            Values[start + i] += delta * h[i];
            Magnitudes[start + i] += (size + eDelta) * reach;
            Bounds[start + i] += (size * eH[i]) + (eDelta * reach);
        }
    }

    /// <summary>The sums with their bounds.</summary>
    /// <param name="terms">How many products each is a sum of.</param>
    public (double[] Sum, double[] Bound) Finish(Func<int, int> terms)
    {
        double[] bounds = new double[Values.Length];
        for (int i = 0; i < bounds.Length; i++)
        {
            bounds[i] = Rounding.Checked((Rounding.Gamma(terms(i)) * Magnitudes[i]) + Bounds[i], Magnitudes[i]);
        }

        return (Values, bounds);
    }
}
