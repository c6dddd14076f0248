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

    /// <summary>g(z) = λ z for z &gt; 0, otherwise λα (eᶻ − 1), λ = 1.0507009873554805 and α = 1.6732632423543772; g′(0) = λα [Klambauer et al. 2017].</summary>
    public const string SELU = "SELU";

    /// <summary>g(z) = min(max(0, z), 6), with g′(0) = g′(6) = 0.</summary>
    public const string ReLU6 = "ReLU6";

    /// <summary>
    /// g(z) = min(max(0, z + 3), 6) / 6, with g′(±3) = 0. So PyTorch and Keras 3 define it; Keras before 3 has 0.2 z + 0.5 between 0 and 1.
    /// </summary>
    public const string HardSigmoid = "HardSigmoid";

    /// <summary>g(z) = z · min(max(0, z + 3), 6) / 6, with g′(−3) = 0 and g′(3) = 1.</summary>
    public const string HardSwish = "HardSwish";

    /// <summary>g(z) = z · tanh(log(1 + eᶻ)).</summary>
    public const string Mish = "Mish";

    /// <summary>g(z) = z / (1 + |z|).</summary>
    public const string Softsign = "Softsign";

    /// <summary>
    /// g(z) = z for z &gt; 0, otherwise a z, with a slope a for each channel that is learned like a weight [He et al. 2015]; g′(0) = a. Slopes start from 0.25, those of
    /// <c>"PReLU(0.1)"</c> from 0.1; 0 is allowed. It is a layer of its own, behind the one that names it, and not for the output.
    /// </summary>
    public const string PReLU = "PReLU";

    /// <summary>gᵢ(z) = e^zᵢ / Σₖ e^zₖ, shifted by the maximum [Lu 5, 9]. Output layer only: a categorical distribution.</summary>
    public const string Softmax = "Softmax";

    /// <summary>g(z) = eᶻ. Output layer only: the mean of a Poisson distribution [NPFL129].</summary>
    public const string Exp = "Exp";
}
