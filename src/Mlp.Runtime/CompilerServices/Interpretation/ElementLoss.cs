namespace Mlp.CompilerServices;

/// <summary>The losses that are a sum of one term for each output.</summary>
internal enum ElementLoss
{
    /// <summary>½ (ŷ − y)².</summary>
    SquaredError,

    /// <summary>log(1 + eᶻ) − z·y, of ŷ = σ(z).</summary>
    BinaryCrossEntropy,

    /// <summary>eᶻ − z·y, of ŷ = eᶻ.</summary>
    PoissonNegativeLogLikelihood,
}
