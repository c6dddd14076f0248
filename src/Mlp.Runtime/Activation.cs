namespace Mlp;

/// <summary>The activations a layer may have. Names compare without case.</summary>
/// <remarks>A NaN that reaches an activation leaves it as NaN.</remarks>
public static class Activation
{
    /// <summary>g(z) = z. The linear output of regression under a normal distribution [NPFL129].</summary>
    public const string Identity = "Identity";

    /// <summary>g(z) = max(0, z), with g′(0) = 0 [Lu 15-16].</summary>
    public const string ReLU = "ReLU";

    /// <summary>g(z) = z for z &gt; 0, otherwise 0.01 z; g′(0) = 0.01. <c>"LeakyReLU(0.1)"</c> has another slope s, above 0: g′(0) = s.</summary>
    public const string LeakyReLU = "LeakyReLU";

    /// <summary>g(z) = z for z &gt; 0, otherwise eᶻ − 1. <c>"ELU(0.5)"</c> is α (eᶻ − 1) there, with an α above 0: g′(0) = α.</summary>
    public const string ELU = "ELU";

    /// <summary>g(z) = z · σ(z), with σ the logistic sigmoid; also called swish.</summary>
    public const string SiLU = "SiLU";

    /// <summary>g(z) = z · Φ(z), with Φ the exact cumulative distribution of the standard normal.</summary>
    public const string GELU = "GELU";

    /// <summary>g(z) = log(1 + eᶻ).</summary>
    public const string Softplus = "Softplus";

    /// <summary>g(z) = σ(z) = 1 / (1 + e⁻ᶻ) [NPFL129]. As output: one Bernoulli probability for each output.</summary>
    public const string Sigmoid = "Sigmoid";

    /// <summary>g(z) = tanh z.</summary>
    public const string Tanh = "Tanh";

    /// <summary>g(z) = arctan z [Lecture 3].</summary>
    public const string ArcTan = "ArcTan";

    /// <summary>gᵢ(z) = e^zᵢ / Σₖ e^zₖ, shifted by the maximum [Lu 5, 9]. Output layer only: a categorical distribution.</summary>
    public const string Softmax = "Softmax";

    /// <summary>g(z) = eᶻ. Output layer only: the mean of a Poisson distribution [NPFL129].</summary>
    public const string Exp = "Exp";
}
