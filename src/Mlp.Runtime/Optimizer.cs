namespace Mlp;

/// <summary>The optimizers a training step may apply. Names compare without case.</summary>
public static class Optimizer
{
    /// <summary>Minibatch stochastic gradient descent: θ ← θ − α · ∂L/∂θ [NPFL129, "Training MLP"].</summary>
    public const string SGD = "SGD";

    /// <summary>Gradient descent with momentum: v ← μ v + g, θ ← θ − α v. <see cref="NetworkTrainingAttribute.Momentum"/> is μ.</summary>
    public const string Momentum = "Momentum";

    /// <summary>Nesterov's accelerated gradient: v ← μ v + g, θ ← θ − α (g + μ v). <see cref="NetworkTrainingAttribute.Momentum"/> is μ.</summary>
    public const string Nesterov = "Nesterov";

    /// <summary>
    /// s ← ρ s + (1 − ρ) g², θ ← θ − α g / (√s + ε). <see cref="NetworkTrainingAttribute.Rho"/> is ρ, <see cref="NetworkTrainingAttribute.Epsilon"/> ε.
    /// </summary>
    public const string RMSProp = "RMSProp";

    /// <summary>
    /// m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², θ ← θ − α m̂ / (√ŝ + ε) with m̂ = m / (1 − β₁ᵗ) and ŝ = s / (1 − β₂ᵗ) in
    /// step t. <see cref="NetworkTrainingAttribute.Beta1"/>, <see cref="NetworkTrainingAttribute.Beta2"/>, <see cref="NetworkTrainingAttribute.Epsilon"/>.
    /// </summary>
    public const string Adam = "Adam";

    /// <summary>
    /// Adam with weight decay apart from the gradient: θ ← θ − α λ θ before each step, weights only.
    /// <see cref="NetworkTrainingAttribute.WeightDecay"/> is λ, here 0.01 by default.
    /// </summary>
    public const string AdamW = "AdamW";
}
