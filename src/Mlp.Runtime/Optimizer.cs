namespace Mlp;

/// <summary>The optimizers a training step may apply. Names compare without case.</summary>
public static class Optimizer
{
    /// <summary>Minibatch stochastic gradient descent: θ ← θ − α · ∂L/∂θ [NPFL129, "Training MLP"].</summary>
    public const string SGD = "SGD";
}
