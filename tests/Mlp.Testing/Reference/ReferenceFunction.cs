using System;
using System.Globalization;

namespace Mlp.Testing.Reference;

/// <summary>
/// One activation in double precision, straight from its definition, with what error bounds need to know about it.
/// </summary>
/// <param name="Name">A name of <see cref="Activation"/>.</param>
/// <param name="Value">g(z).</param>
/// <param name="Derivative">g′(z).</param>
/// <param name="Bend">A bound of |g′(ζ) − g′(z)| over all ζ no further than e from z: (z, e) → bound.</param>
/// <param name="ValueScale">The magnitude of the terms a float evaluation of g adds: its rounding is a few units of this.</param>
/// <param name="DerivativeScale">The same for g′, where it is computed from the output (1 − a² for tanh).</param>
public sealed record ReferenceFunction(
    string Name,
    Func<double, double> Value,
    Func<double, double> Derivative,
    Func<double, double, double> Bend,
    Func<double, double> ValueScale,
    Func<double, double> DerivativeScale)
{
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    private static readonly ReferenceFunction[] All =
    [
        new(Activation.Identity, z => z, _ => 1, (_, _) => 0, _ => 0, _ => 0),
        new(Activation.ReLU, z => Math.Max(0, z), z => z > 0 ? 1 : 0, (z, e) => Kink(z, e, 1), _ => 0, _ => 0),
        LeakyReLU(0.01),
        ELU(1),
        new(Activation.SiLU, z => z * Logistic(z), z => Logistic(z) * (1 + (z * Logistic(-z))),
            (_, e) => 0.5 * e, z => Math.Abs(z) * Logistic(z), z => Logistic(z) * (1 + Math.Abs(z))),
        new(Activation.GELU, z => z * ErrorFunction.NormalCumulative(z),
            z => ErrorFunction.NormalCumulative(z) + (z * ErrorFunction.NormalDensity(z)),
            (_, e) => 0.8 * e, z => Math.Abs(z) * (z < -10 ? 1e-15 : 1), _ => 1.5),
        new(Activation.Softplus, z => Math.Max(z, 0) + Log1P(Math.Exp(-Math.Abs(z))), Logistic,
            (_, e) => 0.25 * e, z => 1 + Math.Max(z, 0), _ => 1),
        new(Activation.Sigmoid, Logistic, z => Logistic(z) * Logistic(-z), (_, e) => 0.1 * e, Logistic, Logistic),
        new(Activation.Tanh, Math.Tanh, z => 1 - Square(Math.Tanh(z)),
            (_, e) => 0.77 * e, z => Math.Abs(Math.Tanh(z)), _ => 2),
        new(Activation.ArcTan, Math.Atan, z => 1 / (1 + (z * z)), (_, e) => 0.65 * e, z => Math.Abs(Math.Atan(z)), _ => 1),
        new(Activation.SELU, z => z > 0 ? SeluScale * z : SeluScale * SeluAlpha * (Math.Exp(z) - 1), z => z > 0 ? SeluScale : SeluScale * SeluAlpha * Math.Exp(z),
            (z, e) => (SeluScale * SeluAlpha * e) + Kink(z, e, SeluScale * (SeluAlpha - 1)),
            z => z > 0 ? SeluScale * z : 1.8 * (1 + Math.Exp(z)), z => z > 0 ? SeluScale : 1.8 * (1 + Math.Exp(z))),
        new(Activation.ReLU6, z => Math.Clamp(z, 0, 6), z => z > 0 && z < 6 ? 1 : 0, (z, e) => Kink(z, e, 1) + Kink(z - 6, e, 1), _ => 0, _ => 0),
        new(Activation.HardSigmoid, z => Math.Clamp(z + 3, 0, 6) / 6, z => z > -3 && z < 3 ? 1 / 6.0 : 0,
            (z, e) => Kink(z + 3, e, 1 / 6.0) + RoundedKink(z - 3, e, 1 / 6.0), z => Math.Clamp(z + 3, 0, 6) / 6, z => z > -3 && z < 3 ? 1 / 6.0 : 0),
        new(Activation.HardSwish, z => z * Math.Clamp(z + 3, 0, 6) / 6, z => z <= -3 ? 0 : z >= 3 ? 1 : (z / 3) + 0.5,
            (z, e) => (e / 3) + Kink(z + 3, e, 0.5) + Kink(z - 3, e, 0.5), z => Math.Abs(z) * Math.Clamp(z + 3, 0, 6) / 6, z => Math.Abs(z) < 3 ? 1.5 : 0),
        new(Activation.Mish, z => z * Math.Tanh(Math.Max(z, 0) + Log1P(Math.Exp(-Math.Abs(z)))), MishDerivative,
            (_, e) => e, z => Math.Abs(z) * Math.Tanh(Math.Max(z, 0) + Log1P(Math.Exp(-Math.Abs(z)))), _ => 1.5),
        new(Activation.Softsign, z => double.IsInfinity(z) ? Math.Sign(z) : z / (1 + Math.Abs(z)), z => 1 / Square(1 + Math.Abs(z)),
            (_, e) => 2 * e, z => Math.Abs(z) / (1 + Math.Abs(z)), _ => 1),
        new(Activation.Exp, Math.Exp, Math.Exp, (z, e) => Math.Exp(z) * (Math.Exp(e) - 1), Math.Exp, Math.Exp),
        new(Activation.Softmax, Horizontal, Horizontal, (_, _) => Horizontal(0), Horizontal, Horizontal),
    ];

    /// <summary>Whether every output depends on every pre-activation: Softmax.</summary>
    public bool IsHorizontal => Name == Activation.Softmax;

    /// <summary>Whether the derivative jumps within a thousandth of z: it bends by more than that of a smooth activation would.</summary>
    public bool IsNearKink(double z) => !IsHorizontal && Name != Activation.Exp && Bend(z, 1e-3) > 0.01;

    /// <summary>The activation of a name, compared without case; some take a number: <c>LeakyReLU(0.1)</c>.</summary>
    public static ReferenceFunction Of(string text)
    {
        string[] parts = text.Split('(', ')');
        ReferenceFunction usual = Array.Find(All, activation => activation.Name.Equals(parts[0], StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"No activation is called '{text}'.", nameof(text));
        return (usual.Name, parts.Length) switch
        {
            (_, 1) => usual,
            (Activation.LeakyReLU, 3) => LeakyReLU(double.Parse(parts[1], CultureInfo.InvariantCulture)),
            (Activation.ELU, 3) => ELU(double.Parse(parts[1], CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"No activation is written '{text}'.", nameof(text)),
        };
    }

    /// <summary>softmax: e^(z − λ) / Σ e^(z − λ) with λ = max z [Lu 9]; the exponent is positive.</summary>
    public static double[] Softmax(ReadOnlySpan<double> z)
    {
        double shift = double.NegativeInfinity;
        foreach (double value in z)
        {
            shift = Math.Max(shift, value);
        }

        double total = 0;
        double[] result = new double[z.Length];
        for (int k = 0; k < z.Length; k++)
        {
            result[k] = Math.Exp(z[k] - shift);
            total += result[k];
        }

        for (int k = 0; k < z.Length; k++)
        {
            result[k] /= total;
        }

        return result;
    }

    /// <summary>log(1 + x) for x of 0 or more without losing a small x.</summary>
    public static double Log1P(double x)
    {
        // Kahan: the rounding of 1 + x is divided out again.
        double sum = 1 + x;
        return sum == 1 || double.IsInfinity(sum) ? x : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>σ(z) = 1 / (1 + e⁻ᶻ), which neither overflows nor cancels.</summary>
    public static double Logistic(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    private static ReferenceFunction LeakyReLU(double slope) => new(
        Activation.LeakyReLU, z => z > 0 ? z : slope * z, z => z > 0 ? 1 : slope,
        (z, e) => Kink(z, e, Math.Abs(1 - slope)), z => z > 0 ? 0 : slope * -z, _ => slope);

    // With another α than 1 the derivative jumps at 0.
    private static ReferenceFunction ELU(double alpha) => new(
        Activation.ELU, z => z > 0 ? z : alpha * (Math.Exp(z) - 1), z => z > 0 ? 1 : alpha * Math.Exp(z),
        (z, e) => (alpha * e) + Kink(z, e, Math.Abs(1 - alpha)), z => z > 0 ? 0 : alpha * (1 + Math.Exp(z)), z => z > 0 ? 0 : alpha * (1 + Math.Exp(z)));

    // A pre-activation whose sign is uncertain may take the other slope. One that is exactly 0, without error, may not.
    private static double Kink(double z, double e, double jump) => e > 0 && Math.Abs(z) <= e ? jump : 0;

    // Where g rounds to the end of its range shortly before it, g′ from the output is that of the end.
    private static double RoundedKink(double z, double e, double jump) => Kink(z, e + (8 * Rounding.Unit), jump);

    private static double MishDerivative(double z)
    {
        double t = Math.Tanh(Math.Max(z, 0) + Log1P(Math.Exp(-Math.Abs(z))));
        return t + (z * (1 - (t * t)) * Logistic(z));
    }

    private static double Square(double x) => x * x;

    private static double Horizontal(double z) => throw new InvalidOperationException("Softmax has no value for one number alone.");
}
