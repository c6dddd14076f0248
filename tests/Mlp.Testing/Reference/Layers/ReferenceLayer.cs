using System;

namespace Mlp.Testing.Reference.Layers;

/// <summary>
/// One layer of the oracle: its sums z from what arrives, the way back, its gradient, and for each how far single-precision rounding
/// may carry them; <see cref="BoundedReference"/> states the derivations. A kind is a class of its own.
/// </summary>
/// <param name="layer">Shapes, window and constants.</param>
/// <param name="offset">Where the parameters start in the canonical order.</param>
public abstract class ReferenceLayer(LayerDescription layer, int offset)
{
    /// <summary>The values of a sample that arrive.</summary>
    public int Inputs { get; } = layer.Inputs;

    /// <summary>The values of a sample that leave.</summary>
    public int Outputs { get; } = layer.Outputs;

    /// <summary>What is applied to the sums.</summary>
    public ReferenceFunction Activation { get; } = ReferenceFunction.Of(layer.Activation);

    /// <summary>Where the parameters start in the canonical order.</summary>
    public int Offset { get; } = offset;

    /// <summary>The number of parameters.</summary>
    public abstract int ParameterCount { get; }

    /// <summary>Whether a parameter is a weight, which decays, by its place within the layer.</summary>
    public abstract bool IsWeight(int parameter);

    /// <summary>How many products of one sample the gradient of a parameter is a sum of, at most: more than one where a layer uses it again and again.</summary>
    public virtual int TermsASample => 1;

    /// <summary>The oracle of a described layer.</summary>
    /// <param name="layer">What the layer is.</param>
    /// <param name="offset">Where its parameters start in the canonical order.</param>
    /// <exception cref="NotSupportedException">No oracle knows the kind.</exception>
    public static ReferenceLayer Of(LayerDescription layer, int offset) => layer.Kind switch
    {
        "Dense" => new ReferenceDense(layer, offset),
        "Conv" => new ReferenceConv(layer, offset),
        "MaxPool" => new ReferenceMaxPool(layer, offset),
        "AveragePool" => new ReferenceAveragePool(layer, offset),
        "GlobalAveragePool" => new ReferenceGlobalAveragePool(layer, offset),
        "Activation" => new ReferenceActivation(layer, offset),
        "Affine" => new ReferenceAffine(layer, offset),
        "Clip" => new ReferenceClip(layer, offset),
        "PReLU" => new ReferencePReLU(layer, offset),
        "Dropout" => new ReferenceDropout(layer, offset),
        _ => throw new NotSupportedException($"No oracle knows a layer of the kind '{layer.Kind}'."),
    };

    /// <summary>Says which sample comes next, forward and then back.</summary>
    /// <param name="moment">When and where the layer meets it; null where nothing is trained.</param>
    public virtual void Begin(SampleMoment? moment)
    {
    }

    /// <summary>Whether the layer's derivative jumps within a thousandth of what arrives.</summary>
    /// <param name="h">What arrives.</param>
    /// <param name="z">Its sums.</param>
    public virtual bool IsNearKink(double[] h, double[] z) => Array.Exists(z, Activation.IsNearKink);

    /// <summary>z.</summary>
    public abstract double[] Sums(ReadOnlySpan<double> parameters, double[] h);

    /// <summary>The error of what arrived, before the derivative of the layer below.</summary>
    /// <param name="parameters">θ.</param>
    /// <param name="h">What arrived.</param>
    /// <param name="delta">δ of the sums.</param>
    public abstract double[] Back(ReadOnlySpan<double> parameters, double[] h, double[] delta);

    /// <summary>Adds the gradient of one sample.</summary>
    public abstract void AddGradient(double[] h, double[] delta, Span<double> gradient);

    /// <summary>e(z).</summary>
    internal abstract double[] SumBounds(ReadOnlySpan<double> parameters, double[] h, double[] eH);

    /// <summary>The error of what arrived, with its bound.</summary>
    internal abstract (double[] Sum, double[] Bound) BackBounds(
        ReadOnlySpan<double> parameters, (double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta);

    /// <summary>Adds the gradient of one sample with its bounds.</summary>
    internal abstract void AddGradientBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta, BoundedSums gradient);
}
