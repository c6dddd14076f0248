using System;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference;

/// <summary>Error bounds of what happens after the last sum: softmax, the loss, and δ at the output.</summary>
/// <remarks>e[k] bounds the error of z[k] throughout.</remarks>
internal static class OutputBounds
{
    /// <summary>
    /// Softmax: if every zⱼ moves by at most eⱼ, ŷₖ changes by a factor of at most e^(eₖ + max e) either way; rounding of
    /// z − λ adds |z − λ| u to the exponent, the exponentials and their sum of C terms add γ_C and a function's error.
    /// </summary>
    public static double[] Softmax(double[] z, double[] p, double[] e)
    {
        double top = Largest(z);
        double common = Largest(e) + (Unit * WeightedDistance(z, p, top));
        double[] bounds = new double[z.Length];
        for (int k = 0; k < z.Length; k++)
        {
            double exponent = e[k] + (Unit * (top - z[k])) + common;
            bounds[k] = Checked(p[k] * (Math.Exp(exponent) - 1 + Gamma(z.Length) + (2 * Function)), 1);
        }

        return bounds;
    }

    /// <summary>The loss of one sample: |∂ℓ/∂z|·e, its curvature, and the rounding of the terms it adds.</summary>
    public static double Loss(string loss, double[] z, double[] a, double[] e, double[] eA, ReadOnlySpan<float> target)
    {
        double bound = 0;
        double magnitude = 0;
        double widest = Largest(e);
        for (int k = 0; k < z.Length; k++)
        {
            double y = target[k];
            double off = Math.Abs(a[k] - y);
            (double propagated, double terms) = loss switch
            {
                // ½(a − y)²: a moves by e, y is exact.
                Mlp.Loss.SquaredError => (eA[k] * (off + (0.5 * eA[k])), 0.5 * Square(off + eA[k])),

                // The derivative by z is σ(z) − y, the second derivative at most ¼.
                Mlp.Loss.BinaryCrossEntropy => (e[k] * (off + (0.125 * e[k])), 1 + (Math.Abs(z[k]) * (1 + y))),

                // The derivative by z is ŷ − y; log-sum-exp curves by at most (max e)².
                Mlp.Loss.CrossEntropy => (e[k] * off, (Math.Abs(z[k]) * (y + a[k])) + a[k]),

                // The derivative by z is e^z − y; e^z curves by e^z (e^e − 1 − e).
                _ => ((e[k] * off) + (a[k] * (Math.Exp(e[k]) - 1 - e[k])), a[k] + Math.Abs(y * z[k])),
            };
            bound += propagated;
            magnitude += terms;
        }

        if (loss == Mlp.Loss.CrossEntropy)
        {
            bound += widest * widest;
            magnitude += 1 + Math.Log(z.Length) + (2 * Largest(Array.ConvertAll(z, Math.Abs)));
        }

        return Checked(bound + ((Gamma(2 * z.Length) + Function) * magnitude), magnitude);
    }

    /// <summary>δ at the output.</summary>
    public static double[] Delta(string loss, ReferenceFunction output, SampleTrace trace, double[] e, double[] eA, ReadOnlySpan<float> target)
    {
        double[] a = trace.Prediction;
        double[] off = new double[a.Length];
        double[] eOff = new double[a.Length];
        for (int k = 0; k < off.Length; k++)
        {
            // ŷ − y: one subtraction of an inexact ŷ.
            off[k] = Math.Abs(a[k] - target[k]);
            eOff[k] = Checked(eA[k] + (2 * Unit * (off[k] + eA[k])), off[k]);
        }

        return loss == Mlp.Loss.SquaredError ? ThroughOutput(output, trace, e, eA, (off, eOff)) : eOff;
    }

    /// <summary>∂L/∂z from ∂L/∂ŷ, of which magnitudes and bounds are given.</summary>
    public static double[] ThroughOutput(ReferenceFunction output, SampleTrace trace, double[] e, double[] eA, (double[] Size, double[] Bound) errors)
    {
        double[] bounds = new double[e.Length];
        for (int k = 0; k < bounds.Length; k++)
        {
            bounds[k] = output.IsHorizontal
                ? ThroughSoftmax(k, trace.Prediction, eA, errors)
                : Product(errors.Size[k], errors.Bound[k], output, trace.Sums[^1][k], e[k]);
        }

        return bounds;
    }

    /// <summary>x · g′(z), where x is off by eX and z by e: the product rule plus one rounding.</summary>
    public static double Product(double x, double eX, ReferenceFunction g, double z, double e)
    {
        double slope = Math.Abs(g.Derivative(z));
        double eSlope = g.Bend(z, e) + (Function * g.DerivativeScale(z));
        double magnitude = (Math.Abs(x) + eX) * (slope + eSlope);
        return Checked((Math.Abs(x) * eSlope) + (eX * (slope + eSlope)) + (2 * Unit * magnitude), magnitude);
    }

    // δₖ = ŷₖ (dₖ − Σⱼ dⱼ ŷⱼ) with d = ∂L/∂ŷ.
    private static double ThroughSoftmax(int k, double[] p, double[] eP, (double[] Size, double[] Bound) errors)
    {
        double terms = 0;
        double moved = 0;
        for (int j = 0; j < p.Length; j++)
        {
            terms += (errors.Size[j] + errors.Bound[j]) * (p[j] + eP[j]);
            moved += (errors.Size[j] * eP[j]) + (errors.Bound[j] * (p[j] + eP[j]));
        }

        double own = errors.Size[k];
        double inner = own + terms;
        double eInner = errors.Bound[k] + moved + (Gamma(p.Length) * (terms + own));
        return Checked((eP[k] * (inner + eInner)) + (p[k] * eInner) + (4 * Unit * p[k] * inner), inner);
    }

    private static double WeightedDistance(double[] z, double[] p, double top)
    {
        double sum = 0;
        for (int k = 0; k < z.Length; k++)
        {
            sum += p[k] == 0 ? 0 : p[k] * (top - z[k]);
        }

        return sum;
    }

    private static double Largest(double[] values)
    {
        double largest = double.NegativeInfinity;
        foreach (double value in values)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }

    private static double Square(double x) => x * x;
}
