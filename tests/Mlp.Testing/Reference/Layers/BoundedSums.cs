using System;

namespace Mlp.Testing.Reference.Layers;

/// <summary>Sums over samples, one for each parameter in canonical order, with what their bounds are made of.</summary>
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
}
