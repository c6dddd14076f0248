// Every output activation with every loss it may have. No suffix is the canonical loss.
namespace Mlp.Behaviour.Tests.Networks;

// Squared error with any output.
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.Identity, Loss = Loss.SquaredError)] public sealed partial class N4x6x3_Tanh_Identity_SquaredError;
[Mlp(4, 6, 17, Hidden = Activation.Tanh, Output = Activation.Identity, Loss = Loss.SquaredError)] public sealed partial class N4x6x17_Tanh_Identity_SquaredError;
[Mlp(4, 6, 1, Hidden = Activation.Tanh, Output = Activation.ReLU, Loss = Loss.SquaredError)] public sealed partial class N4x6x1_Tanh_ReLU_SquaredError;
[Mlp(4, 6, 16, Hidden = Activation.Tanh, Output = Activation.ReLU, Loss = Loss.SquaredError)] public sealed partial class N4x6x16_Tanh_ReLU_SquaredError;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.LeakyReLU, Loss = Loss.SquaredError)] public sealed partial class N4x6x3_Tanh_LeakyReLU_SquaredError;
[Mlp(4, 6, 17, Hidden = Activation.Tanh, Output = Activation.LeakyReLU, Loss = Loss.SquaredError)] public sealed partial class N4x6x17_Tanh_LeakyReLU_SquaredError;
[Mlp(4, 6, 1, Hidden = Activation.Tanh, Output = Activation.ELU, Loss = Loss.SquaredError)] public sealed partial class N4x6x1_Tanh_ELU_SquaredError;
[Mlp(4, 6, 16, Hidden = Activation.Tanh, Output = Activation.ELU, Loss = Loss.SquaredError)] public sealed partial class N4x6x16_Tanh_ELU_SquaredError;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.SiLU, Loss = Loss.SquaredError)] public sealed partial class N4x6x3_Tanh_SiLU_SquaredError;
[Mlp(4, 6, 17, Hidden = Activation.Tanh, Output = Activation.SiLU, Loss = Loss.SquaredError)] public sealed partial class N4x6x17_Tanh_SiLU_SquaredError;
[Mlp(4, 6, 1, Hidden = Activation.Tanh, Output = Activation.GELU, Loss = Loss.SquaredError)] public sealed partial class N4x6x1_Tanh_GELU_SquaredError;
[Mlp(4, 6, 16, Hidden = Activation.Tanh, Output = Activation.GELU, Loss = Loss.SquaredError)] public sealed partial class N4x6x16_Tanh_GELU_SquaredError;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softplus, Loss = Loss.SquaredError)] public sealed partial class N4x6x3_Tanh_Softplus_SquaredError;
[Mlp(4, 6, 17, Hidden = Activation.Tanh, Output = Activation.Softplus, Loss = Loss.SquaredError)] public sealed partial class N4x6x17_Tanh_Softplus_SquaredError;
[Mlp(4, 6, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Loss = Loss.SquaredError)] public sealed partial class N4x6x1_Tanh_Sigmoid_SquaredError;
[Mlp(4, 6, 16, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Loss = Loss.SquaredError)] public sealed partial class N4x6x16_Tanh_Sigmoid_SquaredError;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.Tanh, Loss = Loss.SquaredError)] public sealed partial class N4x6x3_Tanh_Tanh_SquaredError;
[Mlp(4, 6, 17, Hidden = Activation.Tanh, Output = Activation.Tanh, Loss = Loss.SquaredError)] public sealed partial class N4x6x17_Tanh_Tanh_SquaredError;
[Mlp(4, 6, 1, Hidden = Activation.Tanh, Output = Activation.ArcTan, Loss = Loss.SquaredError)] public sealed partial class N4x6x1_Tanh_ArcTan_SquaredError;
[Mlp(4, 6, 16, Hidden = Activation.Tanh, Output = Activation.ArcTan, Loss = Loss.SquaredError)] public sealed partial class N4x6x16_Tanh_ArcTan_SquaredError;
[Mlp(4, 6, 17, Hidden = Activation.Tanh, Output = Activation.SELU, Loss = Loss.SquaredError)] public sealed partial class N4x6x17_Tanh_SELU_SquaredError;
[Mlp(4, 6, 1, Hidden = Activation.Tanh, Output = Activation.ReLU6, Loss = Loss.SquaredError)] public sealed partial class N4x6x1_Tanh_ReLU6_SquaredError;
[Mlp(4, 6, 16, Hidden = Activation.Tanh, Output = Activation.HardSigmoid, Loss = Loss.SquaredError)] public sealed partial class N4x6x16_Tanh_HardSigmoid_SquaredError;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.HardSwish, Loss = Loss.SquaredError)] public sealed partial class N4x6x3_Tanh_HardSwish_SquaredError;
[Mlp(4, 6, 17, Hidden = Activation.Tanh, Output = Activation.Mish, Loss = Loss.SquaredError)] public sealed partial class N4x6x17_Tanh_Mish_SquaredError;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softsign, Loss = Loss.SquaredError)] public sealed partial class N4x6x3_Tanh_Softsign_SquaredError;
[Mlp(4, 6, 16, Hidden = Activation.Tanh, Output = "LeakyReLU(3)", Loss = Loss.SquaredError)] public sealed partial class N4x6x16_Tanh_LeakyReLU3_SquaredError;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = "ELU(0.5)", Loss = Loss.SquaredError)] public sealed partial class N4x6x3_Tanh_ELU0p5_SquaredError;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.Exp, Loss = Loss.SquaredError)] public sealed partial class N4x6x3_Tanh_Exp_SquaredError;
[Mlp(4, 6, 17, Hidden = Activation.Tanh, Output = Activation.Exp, Loss = Loss.SquaredError)] public sealed partial class N4x6x17_Tanh_Exp_SquaredError;
[Mlp(4, 6, 16, Hidden = Activation.Tanh, Output = Activation.Softmax, Loss = Loss.SquaredError)] public sealed partial class N4x6x16_Tanh_Softmax_SquaredError;

// Squared error where it is the canonical loss, and unnamed.
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.ELU)] public sealed partial class N4x6x3_Tanh_ELU;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.Tanh)] public sealed partial class N4x6x3_Tanh_Tanh;

// Bernoulli outputs: logistic regression and multi-label.
[Mlp(4, 1, Output = Activation.Sigmoid)] public sealed partial class N4x1_Sigmoid;
[Mlp(17, 1, Output = Activation.Sigmoid)] public sealed partial class N17x1_Sigmoid;
[Mlp(5, 8, 1, Hidden = Activation.ReLU, Output = Activation.Sigmoid)] public sealed partial class N5x8x1_ReLU_Sigmoid;
[Mlp(9, 16, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid)] public sealed partial class N9x16x1_Tanh_Sigmoid;
[Mlp(33, 64, 1, Hidden = Activation.ReLU, Output = Activation.Sigmoid)] public sealed partial class N33x64x1_ReLU_Sigmoid;
[Mlp(6, 9, 3, Hidden = Activation.ReLU, Output = Activation.Sigmoid)] public sealed partial class N6x9x3_ReLU_Sigmoid;
[Mlp(6, 9, 5, Hidden = Activation.ReLU, Output = Activation.Sigmoid)] public sealed partial class N6x9x5_ReLU_Sigmoid;
[Mlp(6, 9, 17, Hidden = Activation.ReLU, Output = Activation.Sigmoid)] public sealed partial class N6x9x17_ReLU_Sigmoid;
[Mlp(6, 9, 40, Hidden = Activation.ReLU, Output = Activation.Sigmoid)] public sealed partial class N6x9x40_ReLU_Sigmoid;

// Categorical outputs.
[Mlp(5, 9, 2, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x9x2_ReLU_Softmax;
[Mlp(5, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x9x3_ReLU_Softmax;
[Mlp(5, 9, 5, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x9x5_ReLU_Softmax;
[Mlp(5, 9, 8, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x9x8_ReLU_Softmax;
[Mlp(5, 9, 10, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x9x10_ReLU_Softmax;
[Mlp(5, 9, 16, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x9x16_ReLU_Softmax;
[Mlp(5, 9, 17, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x9x17_ReLU_Softmax;
[Mlp(5, 9, 33, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x9x33_ReLU_Softmax;
[Mlp(5, 9, 40, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x9x40_ReLU_Softmax;
[Mlp(7, 3, Output = Activation.Softmax)] public sealed partial class N7x3_Softmax;
[Mlp(7, 16, Output = Activation.Softmax)] public sealed partial class N7x16_Softmax;
[Mlp(7, 17, Output = Activation.Softmax)] public sealed partial class N7x17_Softmax;
[Mlp(7, 40, Output = Activation.Softmax)] public sealed partial class N7x40_Softmax;
[Mlp(5, 9, 2, Hidden = Activation.ReLU, Output = Activation.Softmax, Loss = Loss.SquaredError)] public sealed partial class N5x9x2_ReLU_Softmax_SquaredError;
[Mlp(5, 9, 10, Hidden = Activation.ReLU, Output = Activation.Softmax, Loss = Loss.SquaredError)] public sealed partial class N5x9x10_ReLU_Softmax_SquaredError;
[Mlp(5, 9, 40, Hidden = Activation.ReLU, Output = Activation.Softmax, Loss = Loss.SquaredError)] public sealed partial class N5x9x40_ReLU_Softmax_SquaredError;

// Poisson outputs.
[Mlp(3, 1, Output = Activation.Exp)] public sealed partial class N3x1_Exp;
[Mlp(4, 5, Output = Activation.Exp)] public sealed partial class N4x5_Exp;
[Mlp(4, 7, 1, Hidden = Activation.Tanh, Output = Activation.Exp)] public sealed partial class N4x7x1_Tanh_Exp;
[Mlp(4, 7, 2, Hidden = Activation.Tanh, Output = Activation.Exp)] public sealed partial class N4x7x2_Tanh_Exp;
[Mlp(4, 7, 8, Hidden = Activation.Tanh, Output = Activation.Exp)] public sealed partial class N4x7x8_Tanh_Exp;
[Mlp(4, 7, 17, Hidden = Activation.Tanh, Output = Activation.Exp)] public sealed partial class N4x7x17_Tanh_Exp;

// The named canonical losses.
[Mlp(4, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Loss = Loss.CrossEntropy)] public sealed partial class N4x8x3_ReLU_Softmax_CrossEntropy;
[Mlp(4, 8, 3, Hidden = Activation.ReLU, Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy)] public sealed partial class N4x8x3_ReLU_Sigmoid_BinaryCrossEntropy;
[Mlp(4, 8, 3, Hidden = Activation.ReLU, Output = Activation.Exp, Loss = Loss.PoissonNegativeLogLikelihood)] public sealed partial class N4x8x3_ReLU_Exp_PoissonNegativeLogLikelihood;
[Mlp(4, 8, 3, Hidden = Activation.ReLU, Output = Activation.Identity, Loss = Loss.SquaredError)] public sealed partial class N4x8x3_ReLU_Identity_SquaredError;
