using System;
using System.Linq;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference.Layers;

/// <summary>The oracle of clips: min(max(h, low), high), and an error only strictly between them. What is within its bound of either may be on the other side.</summary>
public sealed class ReferenceClip(LayerDescription layer, int offset) : ReferenceUnlearned(layer, offset)
{
    private readonly double _low = layer.Constants[0];
    private readonly double _high = layer.Constants[1];

    public override bool IsNearKink(double[] h, double[] z) => Array.Exists(h, value => IsOpen(value, 1e-3)) || base.IsNearKink(h, z);

    protected override double[] Values(double[] h) => [.. h.Select(value => value < _low ? _low : value > _high ? _high : value)];

    protected override double[] Errors(double[] h, double[] delta) => [.. h.Zip(delta, (value, error) => IsBetween(value) ? error : 0)];

    // Nowhere steeper than 1, and flat outside.
    protected override double[] ValueBounds(double[] h, double[] eH) => [.. h.Zip(eH, (value, bound) => IsBetween(value) || IsOpen(value, bound) ? bound : 0)];

    protected override double[] ErrorBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta)
    {
        double[] bounds = new double[Inputs];
        for (int index = 0; index < bounds.Length; index++)
        {
            double whole = Math.Abs(delta.Value[index]) + delta.Bound[index];
            double bound = IsOpen(h.Value[index], h.Bound[index]) ? whole : IsBetween(h.Value[index]) ? delta.Bound[index] : 0;
            bounds[index] = Checked(bound, whole);
        }

        return bounds;
    }

    private bool IsBetween(double value) => value > _low && value < _high;

    // What is exactly there, without error, is on no other side.
    private bool IsOpen(double value, double bound) => bound > 0 && (Math.Abs(value - _low) <= bound || Math.Abs(value - _high) <= bound);
}
