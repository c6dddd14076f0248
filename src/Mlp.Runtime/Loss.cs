namespace Mlp;

/// <summary>
/// The losses a network may be trained on. The loss of a sample is the sum over its outputs; the loss of a batch is the
/// mean over its samples [Lu 8]. Names compare without case.
/// </summary>
public static class Loss
{
    /// <summary>ℓ = ½ Σ (ŷ − y)². Targets are finite numbers. Goes with every output activation; canonical for Identity.</summary>
    public const string SquaredError = "SquaredError";

    /// <summary>ℓ = Σ max(z, 0) − z·y + log(1 + e^−|z|). Targets are probabilities, 0 to 1. Goes with Sigmoid.</summary>
    public const string BinaryCrossEntropy = "BinaryCrossEntropy";

    /// <summary>
    /// ℓ = λ + log Σ e^(z−λ) − Σ y·z, with λ = max z [Lu 6, 10]. Targets are probabilities, 0 to 1, or one integer label
    /// for each sample. Goes with Softmax.
    /// </summary>
    public const string CrossEntropy = "CrossEntropy";

    /// <summary>
    /// ℓ = Σ e^z − y·z [NPFL129]; the constant log y! is left out. Targets are counts or rates, finite and 0 or more.
    /// Goes with Exp.
    /// </summary>
    public const string PoissonNegativeLogLikelihood = "PoissonNegativeLogLikelihood";
}
