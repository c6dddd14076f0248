using System;

namespace Mlp;

/// <summary>How a network is trained, how exact its functions are, and whether there are to be many of it: the same for every way of declaring it.</summary>
public abstract class NetworkTrainingAttribute : Attribute
{
    /// <summary>
    /// The loss: a name of <see cref="Mlp.Loss"/>, compared without case; <see langword="null"/> is the canonical loss
    /// of the output activation [NPFL129], and squared error for an output that has none.
    /// </summary>
    public string? Loss { get; set; }

    /// <summary>The optimizer that one training step applies: a name of <see cref="Mlp.Optimizer"/>.</summary>
    public string Optimizer { get; set; } = Mlp.Optimizer.SGD;

    /// <summary>μ of Momentum and Nesterov, from 0 to below 1; 0.9 by default.</summary>
    public double Momentum { get; set; } = 0.9;

    /// <summary>ρ of RMSProp, the decay of its mean of squares, from 0 to below 1; 0.99 by default.</summary>
    public double Rho { get; set; } = 0.99;

    /// <summary>β₁ of Adam and AdamW, the decay of the mean of gradients, from 0 to below 1; 0.9 by default.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>β₂ of Adam and AdamW, the decay of the mean of squares, from 0 to below 1; 0.999 by default.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>ε of RMSProp, Adam and AdamW, added to the root, above 0; 1e-8 by default.</summary>
    public double Epsilon { get; set; } = 1e-8;

    /// <summary>
    /// λ, 0 or more: λ θ is added to the gradient of weights, never of biases, which is the gradient of ½ λ Σ θ²; AdamW instead
    /// shrinks weights by α λ before each step. 0 by default, 0.01 for AdamW. The returned loss does not include this penalty.
    /// </summary>
    public double WeightDecay { get; set; }

    /// <summary>λ₁, 0 or more: λ₁ sign θ is added to the gradient of weights, never of biases [the gradient of λ₁ Σ |θ|]. 0 by default.</summary>
    public double L1 { get; set; }

    /// <summary>
    /// How exact exponentials and what is made of them are: a name of <see cref="MathMode"/>, compared without case. Sums of products are
    /// the same in both modes.
    /// </summary>
    public string Math { get; set; } = MathMode.Default;

    /// <summary>
    /// Whether outputs, losses, gradients and trained parameters are the same bits on every hardware: at every vector width, under JIT and AOT,
    /// on x64, Arm64 and WebAssembly, on any number of threads. Products are then rounded before they are added, and every sum has one order,
    /// which costs speed: docs/numerics.md says how much. False by default.
    /// </summary>
    public bool Deterministic { get; set; }

    /// <summary>
    /// Whether kernels are emitted for many networks of this shape at once, each with parameters of its own:
    /// <see cref="Evolution.Population{TNetwork}"/> then computes 16 of them together. A population of any other network gives the same
    /// numbers, one agent after the other. There are kernels where all layers are dense or go over each value by itself. A network that is
    /// not trained, or frozen, has no populations. Where there are no kernels, MLP0055 says why. False by default.
    /// </summary>
    public bool Population { get; set; }
}
