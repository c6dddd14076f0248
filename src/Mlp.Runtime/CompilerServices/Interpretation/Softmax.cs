using System;

namespace Mlp.CompilerServices;

/// <summary>The stable softmax [Lu 9].</summary>
internal static class Softmax
{
    /// <summary>λ = max z; NaN where any is.</summary>
    internal static float Largest(ReadOnlySpan<float> sums)
    {
        float largest = float.NegativeInfinity;
        foreach (float z in sums)
        {
            largest = float.Max(largest, z);
        }

        return largest;
    }

    /// <summary>z becomes e^(z − λ).</summary>
    /// <returns>Σ e^(z − λ).</returns>
    internal static float Exponentials<TLanes>(Span<float> sums, float largest)
        where TLanes : struct, ILanes<float>
    {
        float total = 0;
        for (int index = 0; index < sums.Length; index++)
        {
            float exponential = VectorMath.ExpOf<float, TLanes>(sums[index] - largest);
            sums[index] = exponential;
            total += exponential;
        }

        return total;
    }

    /// <summary>z becomes e^(z − λ) / Σ e^(z − λ).</summary>
    internal static void Apply<TLanes>(Span<float> sums)
        where TLanes : struct, ILanes<float>
    {
        float total = Exponentials<TLanes>(sums, Largest(sums));
        for (int index = 0; index < sums.Length; index++)
        {
            sums[index] /= total;
        }
    }

    /// <summary>z becomes ∂L/∂z = (diag(ŷ) − ŷŷᵀ) ∂L/∂ŷ: the whole Jacobian.</summary>
    internal static void SendBack<TLanes>(Span<float> sums, ReadOnlySpan<float> outputErrors)
        where TLanes : struct, ILanes<float>
    {
        Apply<TLanes>(sums);
        float product = 0;
        for (int index = 0; index < sums.Length; index++)
        {
            product += outputErrors[index] * sums[index];
        }

        for (int index = 0; index < sums.Length; index++)
        {
            sums[index] *= outputErrors[index] - product;
        }
    }
}
