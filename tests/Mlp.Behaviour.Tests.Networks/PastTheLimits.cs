// Networks past what code is written for: they have no kernels, and the runtime interprets them at every vector width.
namespace Mlp.Behaviour.Tests.Networks;

// Too many layers.
[Mlp(3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, Hidden = Activation.SiLU, Output = Activation.Identity)]
public sealed partial class Depth33_SiLU_Identity;

// Too many different layers.
[Mlp(8, 17, 9, 16, 10, 15, 11, 14, 12, 13, 7, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax, Optimizer = Optimizer.Adam)]
public sealed partial class Different12_Tanh_Softmax_Adam;

// Too wide.
[Mlp(3, 4999, 2, Hidden = Activation.ReLU, Output = Activation.Sigmoid)] public sealed partial class N3x4999x2_ReLU_Sigmoid;

// Too many different layers: of one size, with every activation.
[Mlp(
    5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3,
    Hidden = "Tanh, ReLU, LeakyReLU, ELU, SiLU, GELU, Softplus, Sigmoid, Identity, ArcTan, SELU, ReLU6, HardSigmoid, HardSwish, Mish, Softsign, LeakyReLU(0.2), ELU(0.5)",
    Output = "LeakyReLU(0.3)")]
public sealed partial class Activations18_LeakyReLU0p3;
