using System;
using Mlp.CompilerServices;

namespace Mlp.Serving;

/// <summary>
/// One activation in double precision, and how far a float evaluation of it may be off: by the error of its argument, and by the
/// ulps that docs/numerics.md gives for its function, the wider of both modes: a canary may come from a network of the same layers whose
/// mode is the other one.
/// </summary>
/// <param name="Name">A name of <see cref="Activation"/>.</param>
/// <param name="Value">g(z).</param>
/// <param name="Ulps">The error of a float evaluation, fused or not, in ulp.</param>
/// <param name="Slope">The largest slope of a function that is not monotone; 0 for one that is, whose ends of an interval bound it more closely.</param>
/// <param name="Lost">What a fast function makes of a result that is smaller than its ulps times this, even if it is 0, is no further from it.</param>
internal sealed record ActivationBound(string Name, Func<double, double> Value, double Ulps, double Slope = 0, double Lost = 1e-37)
{
    private const double SeluScale = 1.0507009873554805;

    /// <summary>λα.</summary>
    private const double SeluDepth = 1.7580993408473766;

    /// <summary>The spacing of floats at 1.</summary>
    private const double Spacing = 1.0 / (1 << 23);

    private static readonly ActivationBound[] All =
    [
        new(Activation.Identity, static z => z, 0),
        new(Activation.ReLU, static z => Math.Max(0, z), 0),
        LeakyRelu(0.01),
        Elu(1),
        new(Activation.SiLU, static z => z * Logistic(z), 4, Slope: 1.1),
        new(Activation.GELU, static z => z * NormalDistribution.Cumulative(z), 7.5, Slope: 1.13),
        new(Activation.Softplus, static z => Math.Max(z, 0) + Log1p(Math.Exp(-Math.Abs(z))), 4),
        new(Activation.Sigmoid, Logistic, 4),
        new(Activation.Tanh, Math.Tanh, 4),
        new(Activation.ArcTan, Math.Atan, 2.5),
        new(Activation.SELU, static z => z > 0 ? SeluScale * z : SeluDepth * Expm1(z), 4),
        new(Activation.ReLU6, static z => Math.Clamp(z, 0, 6), 0),
        new(Activation.HardSigmoid, static z => Math.Clamp(z + 3, 0, 6) / 6, 1.5),
        new(Activation.HardSwish, static z => z * Math.Clamp(z + 3, 0, 6) / 6, 2.5, Slope: 1.5),
        new(Activation.Mish, Mish, 4, Slope: 1.09, Lost: 4e-37),
        new(Activation.Softsign, static z => z / (1 + Math.Abs(z)), 1.5),
        new(Activation.Exp, Math.Exp, 4),
    ];

    /// <summary>The activation of a name, compared without case; none where it is not known, or needs all sums of its layer.</summary>
    internal static ActivationBound? Find(string text)
    {
        var name = ActivationName.Of(text);
        return name.Constant is not { } constant ? Array.Find(All, bound => name.Is(bound.Name))
            : name.Is(Activation.LeakyReLU) ? LeakyRelu(constant)
            : name.Is(Activation.ELU) ? Elu(constant)
            : null;
    }

    /// <summary>How far a float evaluation may be from g(z) whose argument is no further than some error from z.</summary>
    internal double Error(double z, double error)
    {
        double value = Value(z);
        double carried = Slope > 0 ? Slope * error : Math.Max(Value(z + error) - value, value - Value(z - error));

        // An exponential of a sum that cancels may be anything.
        carried = Math.Min(carried, float.MaxValue);
        return carried + (Ulps * ((Spacing * (Math.Abs(value) + carried)) + Lost));
    }

    private static ActivationBound LeakyRelu(double slope) => new(Activation.LeakyReLU, z => z > 0 ? z : slope * z, 1);

    // One rounding more than without α.
    private static ActivationBound Elu(double alpha) => new(Activation.ELU, z => z > 0 ? z : alpha * Expm1(z), 4);

    // Neither loses a small argument, as a difference from 1 would.
    private static double Expm1(double x) => x > -1e-5 ? x * (1 + (x / 2 * (1 + (x / 3)))) : Math.Exp(x) - 1;

    private static double Log1p(double x)
    {
        // Kahan: the rounding of 1 + x is divided out again.
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    // tanh(log(1 + n)), of which nothing cancels.
    private static double Mish(double z)
    {
        double n = Math.Exp(Math.Min(z, 40));
        return z * (n * (n + 2) / ((n * (n + 2)) + 2));
    }

    private static double Logistic(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));
}
