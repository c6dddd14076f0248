using System;
using System.Linq;

namespace Mlp.Testing.Reference.Layers;

/// <summary>
/// The oracle of max pools: the largest of what each window sees inside the sample, channel by channel; the error goes to the first of equals. A
/// NaN is the largest of all. Where rounding may have made another one the largest, each of them may have the whole error or none of it.
/// </summary>
public sealed class ReferenceMaxPool(LayerDescription layer, int offset) : ReferenceUnlearned(layer, offset)
{
    private readonly int[][] _seen = new ReferenceWindows(layer).Inputs();

    // What is exactly equal is the same value, or kept so from both sides.
    public override bool IsNearKink(double[] h, double[] z) => base.IsNearKink(h, z)
        || Array.Exists(_seen, own => own.Max(input => h[input]) is var largest && Array.Exists(own, input => h[input] < largest && h[input] >= largest - 1e-3));

    protected override double[] Values(double[] h) => [.. _seen.Select(own => h[Winner(own, h)])];

    protected override double[] Errors(double[] h, double[] delta)
    {
        double[] back = new double[Inputs];
        for (int output = 0; output < Outputs; output++)
        {
            back[Winner(_seen[output], h)] += delta[output];
        }

        return back;
    }

    // |max a − max b| ≤ max |a − b|.
    protected override double[] ValueBounds(double[] h, double[] eH) => [.. _seen.Select(own => own.Max(input => eH[input]))];

    protected override double[] ErrorBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta)
    {
        var sums = new BoundedSums(Inputs);
        int[] errors = new int[Inputs];
        for (int output = 0; output < Outputs; output++)
        {
            int[] own = _seen[output];
            int winner = Winner(own, h.Value);
            double least = own.Max(input => h.Value[input] - h.Bound[input]);
            int[] candidates = [.. own.Where(input => h.Value[input] + h.Bound[input] >= least)];

            // Equals that are exact are equal on both sides.
            bool isOpen = candidates.Length > 1 && Array.Exists(candidates, input => h.Bound[input] > 0);
            foreach (int input in isOpen ? candidates : [winner])
            {
                double whole = isOpen ? Math.Abs(delta.Value[output]) : 0;
                sums.Add(input, delta.Value[output], delta.Bound[output] + whole, [1], [0]);
                errors[input]++;
            }
        }

        return sums.Finish(input => errors[input]).Bound;
    }

    /// <summary>The first NaN, or the first of the largest.</summary>
    private static int Winner(int[] own, double[] h)
    {
        int winner = own[0];
        foreach (int input in own)
        {
            bool isLarger = h[input] > h[winner] || double.IsNaN(h[input]);
            winner = isLarger && !double.IsNaN(h[winner]) ? input : winner;
        }

        return winner;
    }
}
