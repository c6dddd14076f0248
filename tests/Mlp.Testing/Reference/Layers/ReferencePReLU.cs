using System;
using System.Linq;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference.Layers;

/// <summary>The oracle of learned slopes: h where it is above 0, and a · h elsewhere, with a slope a for each channel [He et al. 2015].</summary>
public sealed class ReferencePReLU(LayerDescription layer, int offset) : ReferenceLayer(layer, offset)
{
    private readonly int _channels = layer.InputShape[^1];

    public override int ParameterCount => _channels;

    public override int TermsASample => Inputs / _channels;

    public override bool IsWeight(int parameter) => false;

    public override bool IsNearKink(double[] h, double[] z) => Array.Exists(h, value => Math.Abs(value) < 1e-3);

    public override double[] Sums(ReadOnlySpan<double> parameters, double[] h) => Product(parameters, h, h);

    public override double[] Back(ReadOnlySpan<double> parameters, double[] h, double[] delta) => Product(parameters, h, delta);

    public override void AddGradient(double[] h, double[] delta, Span<double> gradient)
    {
        for (int index = 0; index < h.Length; index++)
        {
            gradient[Offset + (index % _channels)] += h[index] > 0 ? 0 : delta[index] * h[index];
        }
    }

    internal override double[] SumBounds(ReadOnlySpan<double> parameters, double[] h, double[] eH)
    {
        double[] slopes = SlopesOf(parameters);
        return [.. h.Select((value, index) => MayBeBelow(value, eH[index]) ? Bound(slopes[index % _channels], Math.Abs(value), eH[index]) : eH[index])];
    }

    internal override (double[] Sum, double[] Bound) BackBounds(
        ReadOnlySpan<double> parameters, (double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta)
    {
        double[] slopes = SlopesOf(parameters);
        double[] bounds = [.. delta.Bound.Select((bound, index) =>
        {
            double slope = slopes[index % _channels];
            double either = MayBeAbove(h.Value[index], h.Bound[index]) && MayBeBelow(h.Value[index], h.Bound[index]) ? Math.Abs(1 - slope) * Math.Abs(delta.Value[index]) : 0;
            return either + (MayBeBelow(h.Value[index], h.Bound[index]) ? Bound(slope, Math.Abs(delta.Value[index]), bound) : bound);
        })];
        return (Back(parameters, h.Value, delta.Value), bounds);
    }

    internal override void AddGradientBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta, BoundedSums gradient)
    {
        for (int index = 0; index < Inputs; index++)
        {
            double bound = MayBeBelow(h.Value[index], h.Bound[index]) ? h.Bound[index] : 0;
            gradient.Add(Offset + (index % _channels), delta.Value[index], delta.Bound[index], [Math.Min(h.Value[index], 0)], [bound]);
        }
    }

    private double[] Product(ReadOnlySpan<double> parameters, double[] h, double[] values)
    {
        double[] slopes = SlopesOf(parameters);
        return [.. values.Select((value, index) => h[index] > 0 ? value : slopes[index % _channels] * value)];
    }

    private double[] SlopesOf(ReadOnlySpan<double> parameters) => parameters.Slice(Offset, _channels).ToArray();

    private static bool MayBeBelow(double value, double bound) => value - bound <= 0;

    private static bool MayBeAbove(double value, double bound) => value + bound > 0;

    /// <summary>A product by the slope, or the value itself where its sign is not known.</summary>
    private static double Bound(double slope, double size, double bound)
    {
        double magnitude = Math.Abs(slope) * (size + bound);
        return Checked((Gamma(1) * magnitude) + (Math.Max(1, Math.Abs(slope)) * bound), magnitude);
    }
}
