using System;

namespace Mlp.Testing.Reference.Layers;

/// <summary>What the oracles of layers without parameters share.</summary>
public abstract class ReferenceUnlearned(LayerDescription layer, int offset) : ReferenceLayer(layer, offset)
{
    public sealed override int ParameterCount => 0;

    public sealed override bool IsWeight(int parameter) => false;

    public sealed override double[] Sums(ReadOnlySpan<double> parameters, double[] h) => Values(h);

    public sealed override double[] Back(ReadOnlySpan<double> parameters, double[] h, double[] delta) => Errors(h, delta);

    public sealed override void AddGradient(double[] h, double[] delta, Span<double> gradient)
    {
    }

    internal sealed override double[] SumBounds(ReadOnlySpan<double> parameters, double[] h, double[] eH) => ValueBounds(h, eH);

    internal sealed override (double[] Sum, double[] Bound) BackBounds(
        ReadOnlySpan<double> parameters, (double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta) =>
        (Errors(h.Value, delta.Value), ErrorBounds(h, delta));

    internal sealed override void AddGradientBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta, BoundedSums gradient)
    {
    }

    /// <summary>What leaves.</summary>
    protected abstract double[] Values(double[] h);

    /// <summary>The error of what arrived.</summary>
    protected abstract double[] Errors(double[] h, double[] delta);

    /// <summary>The bounds of what leaves.</summary>
    protected abstract double[] ValueBounds(double[] h, double[] eH);

    /// <summary>The bounds of the error of what arrived.</summary>
    protected abstract double[] ErrorBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta);
}
