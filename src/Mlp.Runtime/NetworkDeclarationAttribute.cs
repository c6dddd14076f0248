using System;

namespace Mlp;

/// <summary>What a network is declared with beside its layers: the same for every way of declaring it.</summary>
public abstract class NetworkDeclarationAttribute : Attribute
{
    /// <summary>
    /// The activation of the output layer: a name of <see cref="Activation"/>, compared without case, with its number where it has one:
    /// <c>"LeakyReLU(0.1)"</c>.
    /// </summary>
    public string Output { get; set; } = Activation.Identity;

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

    /// <summary>The distribution of the initial weights: a name of <see cref="Mlp.Initializer"/>. Biases start at zero.</summary>
    public string Initializer { get; set; } = Mlp.Initializer.Uniform;

    /// <summary>
    /// How exact exponentials and what is made of them are: a name of <see cref="MathMode"/>, compared without case. Sums of products are
    /// the same in both modes.
    /// </summary>
    public string Math { get; set; } = MathMode.Default;

    /// <summary>
    /// A safetensors file with the weights that instances start from. It is compiled into the assembly, so no file is read at run
    /// time. The value is the path of an <c>AdditionalFiles</c> item of the project, or the end of that path, such as
    /// "iris.safetensors". The tensors must have the names and shapes that PyTorch, Keras or scikit-learn give them; 1,000,000
    /// parameters at most. The default is <see langword="null"/>: instances then start from weights that
    /// <see cref="Initializer"/> draws.
    /// </summary>
    public string? Weights { get; set; }

    /// <summary>
    /// Whether the network can be trained. If not, it implements <see cref="IPredictor{TSelf}"/> or <see cref="IClassPredictor{TSelf}"/>
    /// alone, and no loss, gradient and training step are emitted: it adds less than half as much to a build. It has the parameters of
    /// <see cref="Weights"/>; without them it has none before they are loaded or set, and its members say so. True by default; a
    /// network that is <see cref="Frozen"/> is never trained.
    /// </summary>
    public bool Trains { get; set; } = true;

    /// <summary>
    /// Whether the network always has the weights of <see cref="Weights"/>. Its members are then static, and it can neither be
    /// constructed nor trained. The type may be <see langword="static"/>; if it is not, it implements
    /// <see cref="IFrozenNetwork{TSelf}"/>. False by default.
    /// </summary>
    public bool Frozen { get; set; }
}
