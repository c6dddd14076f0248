namespace Mlp.Testing.Reference;

/// <summary>A mean loss and its gradient, with error bounds.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Elements">∂L/∂θ in canonical order.</param>
/// <param name="Magnitudes">(1/n) Σ |δ h| for each parameter: what the rounding of its sum is relative to.</param>
public sealed record BoundedGradient(Bounded Loss, Bounded[] Elements, double[] Magnitudes)
{
    /// <summary>For each parameter, how many products of one sample its element is a sum of; empty where it is one of each.</summary>
    public int[] TermsASample { get; init; } = [];

    /// <summary>γ of the sum that an element is, of so many samples.</summary>
    public double GammaOf(int parameter, int samples) => Rounding.Gamma(samples * (TermsASample.Length == 0 ? 1 : TermsASample[parameter]));
}
