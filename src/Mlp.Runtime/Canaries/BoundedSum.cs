using System;

namespace Mlp.Serving;

/// <summary>
/// A sum b + Σ w h of inexact h, in double, and how far any float evaluation may be from it. With u = 2⁻²⁴ and k terms it is off by
/// Σ |w| e_h + (k + 3) u (Σ |w| (|h| + e_h) + |b|): a rounding for each product and each addition, in every order, fused or not.
/// </summary>
/// <param name="start">b.</param>
internal struct BoundedSum(double start)
{
    private const double Unit = 1.0 / (1 << 24);

    // What underflow adds to a product or a sum.
    private const double Smallest = 1.401298464324817e-45;

    private double _sum = start;
    private double _magnitude = Math.Abs(start);
    private double _carried;
    private int _terms;

    /// <summary>Adds w h.</summary>
    /// <param name="weight">w, which is exact.</param>
    /// <param name="value">h.</param>
    /// <param name="error">e_h.</param>
    internal void Add(double weight, double value, double error)
    {
        double size = Math.Abs(weight);
        _sum += weight * value;
        _magnitude += size * Math.Abs(value);
        _carried += size * error;
        _terms++;
    }

    /// <summary>The sum and its error, infinite where it may leave the range of float.</summary>
    internal readonly (double Sum, double Bound) Bounded()
    {
        double magnitude = _magnitude + _carried;

        // Written so that NaN is taken for overflow too.
        return (_sum, magnitude <= float.MaxValue / 2 ? _carried + ((_terms + 3) * ((Unit * magnitude) + Smallest)) : double.PositiveInfinity);
    }
}
