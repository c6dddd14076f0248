// Every hidden activation with every loss: cross-entropy, squared error, binary cross-entropy, Poisson.
namespace Mlp.Behaviour.Tests.Networks;

// Identity
[Mlp(8, 12, 5, Hidden = Activation.Identity, Output = Activation.Softmax)] public sealed partial class N8x12x5_Identity_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.Identity, Output = Activation.Identity)] public sealed partial class N3x17x2_Identity_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.Identity, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_Identity_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.Identity, Output = Activation.Exp)] public sealed partial class N2x3x1_Identity_Exp;

// ReLU
[Mlp(8, 12, 5, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x12x5_ReLU_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.ReLU, Output = Activation.Identity)] public sealed partial class N3x17x2_ReLU_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.ReLU, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_ReLU_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.ReLU, Output = Activation.Exp)] public sealed partial class N2x3x1_ReLU_Exp;

// LeakyReLU
[Mlp(8, 12, 5, Hidden = Activation.LeakyReLU, Output = Activation.Softmax)] public sealed partial class N8x12x5_LeakyReLU_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.LeakyReLU, Output = Activation.Identity)] public sealed partial class N3x17x2_LeakyReLU_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.LeakyReLU, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_LeakyReLU_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.LeakyReLU, Output = Activation.Exp)] public sealed partial class N2x3x1_LeakyReLU_Exp;

// ELU
[Mlp(8, 12, 5, Hidden = Activation.ELU, Output = Activation.Softmax)] public sealed partial class N8x12x5_ELU_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.ELU, Output = Activation.Identity)] public sealed partial class N3x17x2_ELU_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.ELU, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_ELU_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.ELU, Output = Activation.Exp)] public sealed partial class N2x3x1_ELU_Exp;

// SiLU
[Mlp(8, 12, 5, Hidden = Activation.SiLU, Output = Activation.Softmax)] public sealed partial class N8x12x5_SiLU_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.SiLU, Output = Activation.Identity)] public sealed partial class N3x17x2_SiLU_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.SiLU, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_SiLU_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.SiLU, Output = Activation.Exp)] public sealed partial class N2x3x1_SiLU_Exp;

// GELU
[Mlp(8, 12, 5, Hidden = Activation.GELU, Output = Activation.Softmax)] public sealed partial class N8x12x5_GELU_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.GELU, Output = Activation.Identity)] public sealed partial class N3x17x2_GELU_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.GELU, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_GELU_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.GELU, Output = Activation.Exp)] public sealed partial class N2x3x1_GELU_Exp;

// Softplus
[Mlp(8, 12, 5, Hidden = Activation.Softplus, Output = Activation.Softmax)] public sealed partial class N8x12x5_Softplus_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.Softplus, Output = Activation.Identity)] public sealed partial class N3x17x2_Softplus_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.Softplus, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_Softplus_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.Softplus, Output = Activation.Exp)] public sealed partial class N2x3x1_Softplus_Exp;

// Sigmoid
[Mlp(8, 12, 5, Hidden = Activation.Sigmoid, Output = Activation.Softmax)] public sealed partial class N8x12x5_Sigmoid_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.Sigmoid, Output = Activation.Identity)] public sealed partial class N3x17x2_Sigmoid_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.Sigmoid, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_Sigmoid_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.Sigmoid, Output = Activation.Exp)] public sealed partial class N2x3x1_Sigmoid_Exp;

// Tanh
[Mlp(8, 12, 5, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N8x12x5_Tanh_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N3x17x2_Tanh_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.Tanh, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_Tanh_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.Tanh, Output = Activation.Exp)] public sealed partial class N2x3x1_Tanh_Exp;

// ArcTan
[Mlp(8, 12, 5, Hidden = Activation.ArcTan, Output = Activation.Softmax)] public sealed partial class N8x12x5_ArcTan_Softmax;
[Mlp(3, 17, 2, Hidden = Activation.ArcTan, Output = Activation.Identity)] public sealed partial class N3x17x2_ArcTan_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.ArcTan, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_ArcTan_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.ArcTan, Output = Activation.Exp)] public sealed partial class N2x3x1_ArcTan_Exp;

// SELU
[Mlp(8, 12, 5, Hidden = Activation.SELU, Output = Activation.Softmax)] public sealed partial class N8x12x5_SELU_Softmax;
[Mlp(33, 20, 20, 4, Hidden = Activation.SELU, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_SELU_Sigmoid;

// ReLU6
[Mlp(3, 17, 2, Hidden = Activation.ReLU6, Output = Activation.Identity)] public sealed partial class N3x17x2_ReLU6_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.ReLU6, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_ReLU6_Sigmoid;
[Mlp(2, 3, 1, Hidden = Activation.ReLU6, Output = Activation.Exp)] public sealed partial class N2x3x1_ReLU6_Exp;

// HardSigmoid
[Mlp(8, 12, 5, Hidden = Activation.HardSigmoid, Output = Activation.Softmax)] public sealed partial class N8x12x5_HardSigmoid_Softmax;
[Mlp(33, 20, 20, 4, Hidden = Activation.HardSigmoid, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_HardSigmoid_Sigmoid;

// HardSwish
[Mlp(3, 17, 2, Hidden = Activation.HardSwish, Output = Activation.Identity)] public sealed partial class N3x17x2_HardSwish_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.HardSwish, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_HardSwish_Sigmoid;

// Mish
[Mlp(2, 3, 1, Hidden = Activation.Mish, Output = Activation.Exp)] public sealed partial class N2x3x1_Mish_Exp;
[Mlp(33, 20, 20, 4, Hidden = Activation.Mish, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_Mish_Sigmoid;

// Softsign
[Mlp(3, 17, 2, Hidden = Activation.Softsign, Output = Activation.Identity)] public sealed partial class N3x17x2_Softsign_Identity;
[Mlp(33, 20, 20, 4, Hidden = Activation.Softsign, Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_Softsign_Sigmoid;

// With numbers.
[Mlp(8, 12, 5, Hidden = "LeakyReLU(0.1)", Output = Activation.Softmax)] public sealed partial class N8x12x5_LeakyReLU0p1_Softmax;
[Mlp(33, 20, 20, 4, Hidden = "LeakyReLU(0.1)", Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_LeakyReLU0p1_Sigmoid;
[Mlp(3, 17, 2, Hidden = "LeakyReLU(3)", Output = Activation.Identity)] public sealed partial class N3x17x2_LeakyReLU3_Identity;
[Mlp(33, 20, 20, 4, Hidden = "ELU(0.5)", Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_ELU0p5_Sigmoid;
[Mlp(2, 3, 1, Hidden = "ELU(2)", Output = Activation.Exp)] public sealed partial class N2x3x1_ELU2_Exp;

// Another one in each layer.
[Mlp(33, 20, 20, 4, Hidden = "Tanh, LeakyReLU(0.25)", Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_Tanh_LeakyReLU0p25_Sigmoid;
[Mlp(33, 20, 20, 4, Hidden = "Mish, ReLU6", Output = Activation.Sigmoid)] public sealed partial class N33x20x20x4_Mish_ReLU6_Sigmoid;
[Mlp(5, 9, 6, 3, Hidden = "ELU(2), GELU", Output = Activation.Softmax)] public sealed partial class N5x9x6x3_ELU2_GELU_Softmax;
[Mlp(6, 16, 16, 16, 2, Hidden = "ReLU, HardSwish, Softsign", Output = Activation.Identity)] public sealed partial class N6x16x16x16x2_ReLU_HardSwish_Softsign_Identity;
[Mlp(7, 4, 4, 4, 4, 1, Hidden = "Identity, SELU, LeakyReLU(0.1), LeakyReLU(0.2)", Output = Activation.Sigmoid)] public sealed partial class N7x4x4x4x4x1_Identity_SELU_LeakyReLU0p1_LeakyReLU0p2_Sigmoid;
