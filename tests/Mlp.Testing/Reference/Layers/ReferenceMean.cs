using System.Collections.Generic;
using System.Linq;

namespace Mlp.Testing.Reference.Layers;

/// <summary>What the oracles of means share: each output is the mean of some inputs, Σ h / n, and each of them gets δ / n.</summary>
/// <param name="layer">Shapes and window.</param>
/// <param name="offset">Where parameters would start.</param>
/// <param name="seen">The inputs of each output.</param>
public abstract class ReferenceMean(LayerDescription layer, int offset, int[][] seen) : ReferenceUnlearned(layer, offset)
{
    private readonly int[] _means = CountsOf(seen, layer.Inputs);

    protected sealed override double[] Values(double[] h) => [.. seen.Select(own => own.Sum(input => h[input]) / own.Length)];

    protected sealed override double[] Errors(double[] h, double[] delta)
    {
        double[] back = new double[Inputs];
        foreach ((int input, int output) in Pairs())
        {
            back[input] += delta[output] / seen[output].Length;
        }

        return back;
    }

    // n terms of |h| / n; the division is one of the roundings that γ grants beside them.
    protected sealed override double[] ValueBounds(double[] h, double[] eH)
    {
        var sums = new BoundedSums(Outputs);
        foreach ((int input, int output) in Pairs())
        {
            sums.Add(output, 1.0 / seen[output].Length, 0, [h[input]], [eH[input]]);
        }

        return sums.Finish(output => seen[output].Length).Bound;
    }

    protected sealed override double[] ErrorBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta)
    {
        var sums = new BoundedSums(Inputs);
        foreach ((int input, int output) in Pairs())
        {
            sums.Add(input, delta.Value[output], delta.Bound[output], [1.0 / seen[output].Length], [0]);
        }

        return sums.Finish(input => _means[input]).Bound;
    }

    private static int[] CountsOf(int[][] seen, int inputs)
    {
        int[] counts = new int[inputs];
        foreach (int input in seen.SelectMany(own => own))
        {
            counts[input]++;
        }

        return counts;
    }

    private IEnumerable<(int Input, int Output)> Pairs() => seen.SelectMany((own, output) => own.Select(input => (input, output)));
}
