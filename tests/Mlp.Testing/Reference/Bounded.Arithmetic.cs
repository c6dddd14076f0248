using System;
using static Mlp.Testing.Reference.Rounding;

namespace Mlp.Testing.Reference;

/// <content>
/// Running error analysis: the bound of a result from those of its operands and the rounding of the operation, which is taken
/// twice, and for a sum of |a| and |b| each, so that neither the order of a longer sum nor fusing matters.
/// </content>
public readonly partial record struct Bounded
{
    private double Magnitude => Math.Abs(Value) + Bound;

    public static Bounded operator +(Bounded a, Bounded b) =>
        new(a.Value + b.Value, a.Bound + b.Bound + (2 * Unit * (a.Magnitude + b.Magnitude)));

    public static Bounded operator -(Bounded a, Bounded b) => a + new Bounded(-b.Value, b.Bound);

    public static Bounded operator *(Bounded a, Bounded b) =>
        new(a.Value * b.Value, (Math.Abs(a.Value) * b.Bound) + (a.Bound * b.Magnitude) + (2 * Unit * a.Magnitude * b.Magnitude) + Underflow(a, b));

    /// <summary>A number that is the same on both sides.</summary>
    public static Bounded Exact(double value) => new(value, 0);

    /// <summary>A constant that the emitted code has in single precision.</summary>
    public static Bounded Constant(double value) => new(value, Unit * Math.Abs(value));

    /// <summary>√a: |√â − √a| is at most e/√a, and never more than √e.</summary>
    public static Bounded Root(Bounded a)
    {
        double root = Math.Sqrt(a.Value);
        double carried = Math.Sqrt(a.Bound);
        return new Bounded(root, Math.Min(carried, root > 0 ? a.Bound / root : carried) + (2 * Unit * (root + carried)));
    }

    /// <summary>a / b for a b that is certainly not below <paramref name="least"/>: (e(a) + |a/b| e(b)) / b̂.</summary>
    public static Bounded Quotient(Bounded a, Bounded b, double least)
    {
        double quotient = a.Value / b.Value;
        double carried = (a.Bound + (Math.Abs(quotient) * b.Bound)) / Math.Max(b.Value - b.Bound, least);
        return new Bounded(quotient, carried + (2 * Unit * (Math.Abs(quotient) + carried)));
    }

    /// <summary>The same number with more room.</summary>
    public Bounded Widened(double more) => this with { Bound = Bound + more };

    // A product may be flushed to zero; one with an exact zero is zero.
    private static double Underflow(Bounded a, Bounded b) => a.Magnitude == 0 || b.Magnitude == 0 ? 0 : Floor;
}
