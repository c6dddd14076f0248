using System;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>The functions of VectorMath in double precision: good to some 10⁻¹³, a millionth of a float's ulp.</summary>
internal static class Reference
{
    public const double SeluScale = 1.0507009873554804934193349852946;
    public const double SeluDepth = 1.7580993408473768599402175208123;

    private const double TwoOverSqrtPi = 1.1283791670955126;
    private const double OneOverSqrtTwoPi = 0.3989422804014327;

    public static double Expm1(double x)
    {
        if (Math.Abs(x) < 1e-3)
        {
            return x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4 * (1 + (x / 5))))))));
        }

        double u = Math.Exp(x);
        return Math.Abs(x) < 0.7 ? (u - 1) * x / Math.Log(u) : u - 1;
    }

    public static double Log1p(double x)
    {
        if (Math.Abs(x) < 1e-4)
        {
            return x * (1 - (x * (0.5 - (x * ((1 / 3.0) - (x * (0.25 - (x * 0.2))))))));
        }

        double u = 1 + x;
        return u <= 0 || double.IsInfinity(u) ? Math.Log(u) : Math.Log(u) + ((x - (u - 1)) / u);
    }

    public static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    public static double Softplus(double z) => z > 0 ? z + Log1p(Math.Exp(-z)) : Log1p(Math.Exp(z));

    public static double Silu(double z) => double.IsNegativeInfinity(z) ? 0 : z / (1 + Math.Exp(-z));

    public static double SiluSlope(double z)
    {
        if (Math.Abs(z) > 800)
        {
            return z > 0 ? 1 : 0;
        }

        double s = Sigmoid(z);
        return s * (1 + (z * Sigmoid(-z)));
    }

    public static double Selu(double z) => z > 0 ? SeluScale * z : SeluDepth * Expm1(z);

    /// <summary>z tanh(log(1 + eᶻ)), as a quotient of which nothing cancels for z below 0.</summary>
    public static double Mish(double z) => double.IsNegativeInfinity(z) ? 0 : z > 40 ? z : z * TanhOfSoftplus(z);

    public static double MishSlope(double z)
    {
        if (Math.Abs(z) > 340)
        {
            return z > 0 ? 1 : 0;
        }

        double t = TanhOfSoftplus(z);
        return t + (z * (1 - (t * t)) * Sigmoid(z));
    }

    public static double Gelu(double z) => z < -40 ? 0 : z > 40 ? z : z * NormalCdf(z);

    public static double GeluSlope(double z) =>
        Math.Abs(z) > 40 ? (z > 0 ? 1 : 0) : NormalCdf(z) + (z * OneOverSqrtTwoPi * Math.Exp(-0.5 * z * z));

    public static double NormalCdf(double z) => 0.5 * Erfc(-z / Math.Sqrt(2));

    public static double Erf(double x)
    {
        double t = Math.Abs(x);
        if (t < 1e-5)
        {
            return TwoOverSqrtPi * x * (1 - (x * x / 3));
        }

        return t < 2.5 ? ErfSeries(x) : Math.CopySign(t > 6 ? 1 : 1 - ErfcFraction(t), x);
    }

    public static double Erfc(double x) => x >= 2.5 ? ErfcFraction(x) : x <= -6 ? 2 : x <= -2.5 ? 2 - ErfcFraction(-x) : 1 - Erf(x);

    /// <summary>2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!: every term has one sign, so nothing cancels.</summary>
    private static double ErfSeries(double x)
    {
        double term = x;
        double sum = x;
        double twoSquares = 2 * x * x;
        for (int n = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); n += 2)
        {
            term *= twoSquares / n;
            sum += term;
        }

        return TwoOverSqrtPi * Math.Exp(-x * x) * sum;
    }

    /// <summary>e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))), for x ≥ 2.5.</summary>
    private static double ErfcFraction(double x)
    {
        double tail = x;
        for (int k = x > 6 ? 30 : 80; k > 0; k--)
        {
            tail = x + (k * 0.5 / tail);
        }

        return TwoOverSqrtPi / 2 * Math.Exp(-x * x) / tail;
    }

    private static double TanhOfSoftplus(double z)
    {
        double n = Math.Exp(z);
        return z > 40 ? 1 : n * (n + 2) / ((n * (n + 2)) + 2);
    }
}
