using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>Norms and sums of gradients and parameters. Each is the same, bit for bit, at every vector width of the machine.</summary>
internal static class VectorNorm
{
    /// <summary>Σ v², in double: no finite float overflows or vanishes. Four sums side by side, whatever the machine has.</summary>
    internal static double SquaredSum(ReadOnlySpan<float> values)
    {
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        ReadOnlySpan<Vector256<float>> vectors = MemoryMarshal.Cast<float, Vector256<float>>(values);
        foreach (Vector256<float> vector in vectors)
        {
            (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(vector);
            even += lower * lower;
            odd += upper * upper;
        }

        Vector256<double> sums = even + odd;
        double sum = sums[0] + sums[1] + sums[2] + sums[3];
        foreach (float value in values[(vectors.Length * Vector256<float>.Count)..])
        {
            sum += (double)value * value;
        }

        return sum;
    }

    /// <summary>Σ v² of sums of gradients. Four sums side by side, whatever the machine has.</summary>
    internal static double SquaredSum(ReadOnlySpan<double> values)
    {
        Vector256<double> sums = Vector256<double>.Zero;
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (Vector256<double> vector in vectors)
        {
            sums += vector * vector;
        }

        double sum = sums[0] + sums[1] + sums[2] + sums[3];
        foreach (double value in values[(vectors.Length * Vector256<double>.Count)..])
        {
            sum += value * value;
        }

        return sum;
    }

    /// <summary>Whether no value is NaN or infinite.</summary>
    internal static bool IsFinite(ReadOnlySpan<float> values) => double.IsFinite(SquaredSum(values));

    /// <summary>values ← values · factor.</summary>
    internal static void Scale(Span<float> values, float factor)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        foreach (ref Vector<float> vector in vectors)
        {
            vector *= factor;
        }

        foreach (ref float value in values[(vectors.Length * Vector<float>.Count)..])
        {
            value *= factor;
        }
    }

    /// <summary>sums ← sums + values.</summary>
    internal static void Add(Span<float> sums, ReadOnlySpan<float> values)
    {
        Span<Vector<float>> sumVectors = MemoryMarshal.Cast<float, Vector<float>>(sums);
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (int index = 0; index < sumVectors.Length; index++)
        {
            sumVectors[index] += vectors[index];
        }

        for (int index = sumVectors.Length * Vector<float>.Count; index < sums.Length; index++)
        {
            sums[index] += values[index];
        }
    }

    /// <summary>sums ← sums + factor · values, each product rounded before it is added; both may be the same.</summary>
    internal static void Add(Span<float> sums, ReadOnlySpan<float> values, float factor)
    {
        Span<Vector<float>> sumVectors = MemoryMarshal.Cast<float, Vector<float>>(sums);
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (int index = 0; index < sumVectors.Length; index++)
        {
            sumVectors[index] += vectors[index] * factor;
        }

        for (int index = sumVectors.Length * Vector<float>.Count; index < sums.Length; index++)
        {
            sums[index] += values[index] * factor;
        }
    }

    /// <summary>
    /// sums ← sums + weight · values, in double: n times in a row it is off by at most (n + 1) · 2⁻⁵³ Σ |weight · value|, which
    /// for as many as can be counted is below 2⁻²².
    /// </summary>
    internal static void Add(Span<double> sums, ReadOnlySpan<float> values, double weight)
    {
        Span<Vector<double>> sumVectors = MemoryMarshal.Cast<double, Vector<double>>(sums);
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (int index = 0; index < vectors.Length; index++)
        {
            Vector.Widen(vectors[index], out Vector<double> lower, out Vector<double> upper);
            sumVectors[2 * index] += lower * weight;
            sumVectors[(2 * index) + 1] += upper * weight;
        }

        for (int index = vectors.Length * Vector<float>.Count; index < sums.Length; index++)
        {
            sums[index] += values[index] * weight;
        }
    }
}
