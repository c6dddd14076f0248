using System;

namespace Mlp.Testing.Reference.Layers;

/// <summary>
/// One layer of the oracle: its sums z from what arrives, the way back, its gradient, and for each how far single-precision rounding
/// may carry them; <see cref="BoundedReference"/> states the derivations. A kind is a class of its own.
/// </summary>
/// <param name="inputs">The values of a sample that arrive.</param>
/// <param name="outputs">The values of a sample that leave.</param>
/// <param name="activation">What is applied to the sums.</param>
/// <param name="offset">Where the parameters start in the canonical order.</param>
public abstract class ReferenceLayer(int inputs, int outputs, ReferenceActivation activation, int offset)
{
    /// <summary>The values of a sample that arrive.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>The values of a sample that leave.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>What is applied to the sums.</summary>
    public ReferenceActivation Activation { get; } = activation;

    /// <summary>Where the parameters start in the canonical order.</summary>
    public int Offset { get; } = offset;

    /// <summary>The number of parameters.</summary>
    public abstract int ParameterCount { get; }

    /// <summary>Whether a parameter is a weight, which decays, by its place within the layer.</summary>
    public abstract bool IsWeight(int parameter);

    /// <summary>The oracle of a described layer.</summary>
    /// <exception cref="NotSupportedException">No oracle knows the kind.</exception>
    public static ReferenceLayer Of(string kind, int inputs, int outputs, string activation, int offset) => kind switch
    {
        "Dense" => new ReferenceDense(inputs, outputs, ReferenceActivation.Of(activation), offset),
        _ => throw new NotSupportedException($"No oracle knows a layer of the kind '{kind}'."),
    };

    /// <summary>z.</summary>
    public abstract double[] Sums(ReadOnlySpan<double> parameters, double[] h);

    /// <summary>The error of what arrived, before the derivative of the layer below.</summary>
    public abstract double[] Back(ReadOnlySpan<double> parameters, double[] delta);

    /// <summary>Adds the gradient of one sample.</summary>
    public abstract void AddGradient(double[] h, double[] delta, Span<double> gradient);

    /// <summary>e(z).</summary>
    internal abstract double[] SumBounds(ReadOnlySpan<double> parameters, double[] h, double[] eH);

    /// <summary>The error of what arrived, with its bound.</summary>
    internal abstract (double[] Sum, double[] Bound) BackBounds(ReadOnlySpan<double> parameters, double[] delta, double[] eDelta);

    /// <summary>Adds the gradient of one sample with its bounds.</summary>
    internal abstract void AddGradientBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta, BoundedSums gradient);
}
