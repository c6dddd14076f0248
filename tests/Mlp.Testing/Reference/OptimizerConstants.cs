namespace Mlp.Testing.Reference;

/// <summary>An optimizer and its constants, with the defaults of PyTorch.</summary>
/// <param name="Name">SGD, Momentum, Nesterov, RMSProp, Adam or AdamW.</param>
public sealed record OptimizerConstants(string Name)
{
    /// <summary>μ, the part of the velocity that stays.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>ρ, the decay of RMSProp's mean square.</summary>
    public double Rho { get; init; } = 0.99;

    /// <summary>β₁, the decay of the first moment.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>β₂, the decay of the second moment.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>ε, added to a root, never under it.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>λ: λw is added to the gradient of a weight; AdamW shrinks the weight itself instead.</summary>
    public double WeightDecay { get; init; } = Name == "AdamW" ? 0.01 : 0;

    /// <summary>λ₁: λ₁ · sign(w) is added to the gradient of a weight.</summary>
    public double L1 { get; init; }
}
