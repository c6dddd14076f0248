using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>The loops along rows that interpreted sums of products and means are made of: products a vector at a time where the hardware has vectors.</summary>
/// <remarks>
/// An element of <see cref="AddMultiple"/> or <see cref="AddProductsEach"/> has the same bits at every vector width. A sum of <see cref="AddProducts"/> is split into as many as
/// there are lanes, times four, and so depends on the width: the splitting only shortens the chains that the bounds of docs/numerics.md count. For
/// deterministic networks nothing is split, and nothing fused.
/// </remarks>
internal sealed class RowLoops
{
    /// <summary>Products are fused with their addition where the hardware can, and sums split.</summary>
    internal static readonly RowLoops Fastest = new(isDeterministic: false);

    /// <summary>Products are rounded, then added, one after another.</summary>
    internal static readonly RowLoops Deterministic = new(isDeterministic: true);

    // A multiply-add takes four cycles: so many vectors of sums are independent.
    private const int Chains = 4;

    private RowLoops(bool isDeterministic) => IsDeterministic = isDeterministic;

    /// <summary>The operations on two numbers, as types: what a loop is compiled for.</summary>
    private interface IProduct
    {
        /// <summary>a · b + c.</summary>
        static abstract Vector<float> Add(Vector<float> a, Vector<float> b, Vector<float> c);

        /// <summary>a · b + c.</summary>
        static abstract float Add(float a, float b, float c);
    }

    /// <summary>Whether every sum has one order.</summary>
    internal bool IsDeterministic { get; }

    /// <summary>a · b + c.</summary>
    internal float AddProduct(float a, float b, float c) => IsDeterministic ? (a * b) + c : float.MultiplyAddEstimate(a, b, c);

    /// <summary>sum + Σ a b.</summary>
    /// <param name="sum">What is added onto.</param>
    /// <param name="a">One row.</param>
    /// <param name="b">As many floats or more.</param>
    internal float AddProducts(float sum, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        b = b[..a.Length];
        int index = 0;
        if (IsDeterministic)
        {
            for (; index < a.Length; index++)
            {
                sum = (a[index] * b[index]) + sum;
            }

            return sum;
        }

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
    internal void AddMultiple(Span<float> sums, ReadOnlySpan<float> values, float factor)
    {
        if (IsDeterministic)
        {
            AddMultiple<Rounded>(sums, values[..sums.Length], factor);
        }
        else
        {
            AddMultiple<Fused>(sums, values[..sums.Length], factor);
        }
    }

    /// <summary>sums += a ⊙ b, value by value.</summary>
    /// <param name="sums">What is added onto.</param>
    /// <param name="a">As many floats or more.</param>
    /// <param name="b">As many floats or more.</param>
    internal void AddProductsEach(Span<float> sums, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (IsDeterministic)
        {
            AddProductsEach<Rounded>(sums, a[..sums.Length], b[..sums.Length]);
        }
        else
        {
            AddProductsEach<Fused>(sums, a[..sums.Length], b[..sums.Length]);
        }
    }

    /// <summary>sums /= divisor; of a deterministic network a multiple, as kernels have it.</summary>
    /// <param name="sums">What is divided.</param>
    /// <param name="divisor">What by.</param>
    internal void Divide(Span<float> sums, int divisor)
    {
        float share = 1f / divisor;
        foreach (ref float sum in sums)
        {
            sum = IsDeterministic ? sum * share : sum / divisor;
        }
    }

    private static void AddMultiple<TProduct>(Span<float> sums, ReadOnlySpan<float> values, float factor)
        where TProduct : struct, IProduct
    {
        int index = 0;
        if (Vector.IsHardwareAccelerated)
        {
            Span<Vector<float>> onto = MemoryMarshal.Cast<float, Vector<float>>(sums);
            ReadOnlySpan<Vector<float>> added = MemoryMarshal.Cast<float, Vector<float>>(values)[..onto.Length];
            var factors = new Vector<float>(factor);
            for (int vector = 0; vector < onto.Length; vector++)
            {
                onto[vector] = TProduct.Add(added[vector], factors, onto[vector]);
            }

            index = onto.Length * Vector<float>.Count;
        }

        for (; index < sums.Length; index++)
        {
            sums[index] = TProduct.Add(values[index], factor, sums[index]);
        }
    }

    private static void AddProductsEach<TProduct>(Span<float> sums, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
        where TProduct : struct, IProduct
    {
        int index = 0;
        if (Vector.IsHardwareAccelerated)
        {
            Span<Vector<float>> onto = MemoryMarshal.Cast<float, Vector<float>>(sums);
            ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(a)[..onto.Length];
            ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(b)[..onto.Length];
            for (int vector = 0; vector < onto.Length; vector++)
            {
                onto[vector] = TProduct.Add(left[vector], right[vector], onto[vector]);
            }

            index = onto.Length * Vector<float>.Count;
        }

        for (; index < sums.Length; index++)
        {
            sums[index] = TProduct.Add(a[index], b[index], sums[index]);
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

    /// <summary>One rounding where the hardware can, and two elsewhere.</summary>
    private readonly struct Fused : IProduct
    {
        public static Vector<float> Add(Vector<float> a, Vector<float> b, Vector<float> c) => Vector.MultiplyAddEstimate(a, b, c);

        public static float Add(float a, float b, float c) => float.MultiplyAddEstimate(a, b, c);
    }

    /// <summary>Two roundings everywhere.</summary>
    private readonly struct Rounded : IProduct
    {
        public static Vector<float> Add(Vector<float> a, Vector<float> b, Vector<float> c) => (a * b) + c;

        public static float Add(float a, float b, float c) => (a * b) + c;
    }
}
