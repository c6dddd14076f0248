using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>The loops along rows that interpreted sums of products and means are made of: products a vector at a time where the hardware has vectors.</summary>
/// <remarks>
/// An element of <see cref="AddMultiple"/> or <see cref="AddProductsEach"/> has the same bits at every vector width. A sum of <see cref="AddProducts"/> is split into as many as
/// there are lanes, times four, and so depends on the width: the splitting only shortens the chains that the bounds of docs/numerics.md count.
/// </remarks>
internal static class RowLoops
{
    // A multiply-add takes four cycles: so many vectors of sums are independent.
    private const int Chains = 4;

    /// <summary>sum + Σ a b.</summary>
    /// <param name="sum">What is added onto.</param>
    /// <param name="a">One row.</param>
    /// <param name="b">As many floats or more.</param>
    internal static float AddProducts(float sum, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        b = b[..a.Length];
        int index = 0;
        if (Vector.IsHardwareAccelerated && a.Length >= Vector<float>.Count)
        {
            ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(a);
            ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(b)[..left.Length];
            sum += Vector.Sum(Products(left, right));
            index = left.Length * Vector<float>.Count;
        }

        for (; index < a.Length; index++)
        {
            sum = float.MultiplyAddEstimate(a[index], b[index], sum);
        }

        return sum;
    }

    /// <summary>sums += factor · values.</summary>
    /// <param name="sums">What is added onto.</param>
    /// <param name="values">As many floats or more.</param>
    /// <param name="factor">What they are multiplied by.</param>
    internal static void AddMultiple(Span<float> sums, ReadOnlySpan<float> values, float factor)
    {
        values = values[..sums.Length];
        int index = 0;
        if (Vector.IsHardwareAccelerated)
        {
            Span<Vector<float>> onto = MemoryMarshal.Cast<float, Vector<float>>(sums);
            ReadOnlySpan<Vector<float>> added = MemoryMarshal.Cast<float, Vector<float>>(values)[..onto.Length];
            var factors = new Vector<float>(factor);
            for (int vector = 0; vector < onto.Length; vector++)
            {
                onto[vector] = Vector.MultiplyAddEstimate(added[vector], factors, onto[vector]);
            }

            index = onto.Length * Vector<float>.Count;
        }

        for (; index < sums.Length; index++)
        {
            sums[index] = float.MultiplyAddEstimate(values[index], factor, sums[index]);
        }
    }

    /// <summary>sums += a ⊙ b, value by value.</summary>
    /// <param name="sums">What is added onto.</param>
    /// <param name="a">As many floats or more.</param>
    /// <param name="b">As many floats or more.</param>
    internal static void AddProductsEach(Span<float> sums, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        a = a[..sums.Length];
        b = b[..sums.Length];
        int index = 0;
        if (Vector.IsHardwareAccelerated)
        {
            Span<Vector<float>> onto = MemoryMarshal.Cast<float, Vector<float>>(sums);
            ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(a)[..onto.Length];
            ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(b)[..onto.Length];
            for (int vector = 0; vector < onto.Length; vector++)
            {
                onto[vector] = Vector.MultiplyAddEstimate(left[vector], right[vector], onto[vector]);
            }

            index = onto.Length * Vector<float>.Count;
        }

        for (; index < sums.Length; index++)
        {
            sums[index] = float.MultiplyAddEstimate(a[index], b[index], sums[index]);
        }
    }

    /// <summary>sums /= divisor.</summary>
    /// <param name="sums">What is divided.</param>
    /// <param name="divisor">What by.</param>
    internal static void Divide(Span<float> sums, int divisor)
    {
        foreach (ref float sum in sums)
        {
            sum /= divisor;
        }
    }

    private static Vector<float> Products(ReadOnlySpan<Vector<float>> a, ReadOnlySpan<Vector<float>> b)
    {
        b = b[..a.Length];
        Vector<float> sum0 = Vector<float>.Zero;
        Vector<float> sum1 = Vector<float>.Zero;
        Vector<float> sum2 = Vector<float>.Zero;
        Vector<float> sum3 = Vector<float>.Zero;
        int vector = 0;
        for (; vector <= a.Length - Chains; vector += Chains)
        {
            sum0 = Vector.MultiplyAddEstimate(a[vector], b[vector], sum0);
            sum1 = Vector.MultiplyAddEstimate(a[vector + 1], b[vector + 1], sum1);
            sum2 = Vector.MultiplyAddEstimate(a[vector + 2], b[vector + 2], sum2);
            sum3 = Vector.MultiplyAddEstimate(a[vector + 3], b[vector + 3], sum3);
        }

        for (; vector < a.Length; vector++)
        {
            sum0 = Vector.MultiplyAddEstimate(a[vector], b[vector], sum0);
        }

        return (sum0 + sum1) + (sum2 + sum3);
    }
}
