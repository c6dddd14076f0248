namespace Mlp.Testing.Reference;

/// <summary>The constants of the error bounds, in the notation of Higham, "Accuracy and Stability", chapter 3.</summary>
public static class Rounding
{
    /// <summary>u = 2⁻²⁴, the unit roundoff of single precision.</summary>
    public const double Unit = 1.0 / (1 << 24);

    /// <summary>What one elementary function may be off, in units of u and relative to the terms it adds: 4 ulp.</summary>
    public const double Function = 8 * Unit;

    /// <summary>Where numbers vanish: a kernel may flush what is smaller to zero.</summary>
    public const double Floor = 1e-36;

    /// <summary>
    /// γₙ = n·u / (1 − n·u): n roundings in any order, fused or not, change a sum of products by at most γₙ Σ|terms|.
    /// Three more are granted for a bias, a scaling and the final store.
    /// </summary>
    public static double Gamma(int terms)
    {
        double product = (terms + 3) * Unit;
        return product / (1 - product);
    }

    /// <summary>Infinite where a sum of magnitudes leaves single precision, or where the bound is not a number.</summary>
    public static double Checked(double bound, double magnitude) =>
        double.IsNaN(bound) || !(magnitude < float.MaxValue) ? double.PositiveInfinity : bound + Floor;
}
