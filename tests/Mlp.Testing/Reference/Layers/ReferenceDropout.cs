using System;
using System.Linq;
using System.Numerics;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference.Layers;

/// <summary>
/// The oracle of layers that drop values: h ⊙ m for a sample of a training, where m is 0 or 1 / (1 − p), and h for any other. Which values stay is written
/// from docs/layers/dropout.md, in whole numbers without end.
/// </summary>
public sealed class ReferenceDropout(LayerDescription layer, int offset) : ReferenceUnlearned(layer, offset)
{
    private readonly double _probability = layer.Constants[0];

    private double[]? _factors;

    public override void Begin(SampleMoment? moment)
    {
        if (moment is not { } training)
        {
            _factors = null;
            return;
        }

        BigInteger key = Mix64(training.Seed);
        foreach (BigInteger next in (BigInteger[])[training.Step, training.Layer, training.Sample])
        {
            key = Mix64(key ^ next);
        }

        (BigInteger lower, BigInteger upper) = (key % Two(32), key / Two(32));
        _factors = [.. Enumerable.Range(0, Inputs).Select(unit => Stays(lower, upper, unit) ? 1 / (1 - _probability) : 0)];
    }

    protected override double[] Values(double[] h) => Product(h);

    protected override double[] Errors(double[] h, double[] delta) => Product(delta);

    protected override double[] ValueBounds(double[] h, double[] eH) => Bounds(h, eH);

    protected override double[] ErrorBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta) => Bounds(delta.Value, delta.Bound);

    private double[] Product(double[] values) => _factors is null ? [.. values] : [.. values.Zip(_factors, (value, factor) => factor == 0 ? 0 : value * factor)];

    // The factor is rounded, and the product.
    private double[] Bounds(double[] values, double[] bounds) => _factors is null ? [.. bounds] : [.. values.Select((value, unit) =>
    {
        double magnitude = _factors[unit] * (Math.Abs(value) + bounds[unit]);
        return _factors[unit] == 0 ? 0 : Checked((Gamma(2) * magnitude) + (_factors[unit] * bounds[unit]), magnitude);
    })];

    private bool Stays(BigInteger lower, BigInteger upper, int unit)
    {
        BigInteger x = (unit + lower) % Two(32);
        x = Shifted(x, 16) * 0x7FEB352D % Two(32);
        x = (Shifted(x, 15) + upper) * 0x846CA68B % Two(32);
        x = Shifted(x, 16);
        return (double)(x / Two(8)) < Math.Round((1 - _probability) * Math.Pow(2, 24), MidpointRounding.AwayFromZero);
    }

    /// <summary>The number that SplitMix64 makes of a counter which it moves on first.</summary>
    private static BigInteger Mix64(BigInteger counter)
    {
        BigInteger x = (counter + 0x9E3779B97F4A7C15) % Two(64);
        x = Shifted(x, 30) * 0xBF58476D1CE4E5B9 % Two(64);
        x = Shifted(x, 27) * 0x94D049BB133111EB % Two(64);
        return Shifted(x, 31);
    }

    private static BigInteger Shifted(BigInteger x, int bits) => x ^ (x / Two(bits));

    private static BigInteger Two(int power) => BigInteger.One << power;
}
