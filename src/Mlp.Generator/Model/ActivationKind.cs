namespace Mlp.Generator.Model;

/// <summary>The activations a layer may have; the names are the public constants of <c>Mlp.Activation</c>.</summary>
internal enum ActivationKind
{
    Identity,
    ReLU,
    LeakyReLU,
    ELU,
    SiLU,
    GELU,
    Softplus,
    Sigmoid,
    Tanh,
    ArcTan,
    SELU,
    ReLU6,
    HardSigmoid,
    HardSwish,
    Mish,
    Softsign,

    /// <summary>Its slopes are learned: where it is written, there is a layer of its own.</summary>
    PReLU,

    Softmax,
    Exp,
}
