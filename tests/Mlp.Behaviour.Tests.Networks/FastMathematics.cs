// Every function that fast networks have of their own, in hidden layers and in outputs, in every order of a batch.
namespace Mlp.Behaviour.Tests.Networks;

[Mlp(2, 3, 2, Hidden = Activation.Tanh, Output = Activation.Softmax, Math = MathMode.Fast)] public sealed partial class N2x3x2_Tanh_Softmax_Fast;
[Mlp(8, 32, 32, 4, Hidden = Activation.Tanh, Output = Activation.Identity, Math = MathMode.Fast)] public sealed partial class N8x32x32x4_Tanh_Identity_Fast;
[Mlp(5, 9, 3, Hidden = Activation.SiLU, Output = Activation.Exp, Math = MathMode.Fast)] public sealed partial class N5x9x3_SiLU_Exp_Fast;
[Mlp(6, 20, 1, Hidden = Activation.Softplus, Output = Activation.Sigmoid, Math = MathMode.Fast)] public sealed partial class N6x20x1_Softplus_Sigmoid_Fast;
[Mlp(33, 70, 40, Hidden = Activation.ELU, Output = Activation.Softmax, Math = MathMode.Fast)] public sealed partial class N33x70x40_ELU_Softmax_Fast;
[Mlp(30, 40, 20, Hidden = Activation.Sigmoid, Output = Activation.Tanh, Math = MathMode.Fast)] public sealed partial class N30x40x20_Sigmoid_Tanh_Fast;
[Mlp(4, 16, 3, Hidden = Activation.GELU, Output = Activation.Softmax, Loss = Loss.SquaredError, Math = MathMode.Fast)] public sealed partial class N4x16x3_GELU_Softmax_SquaredError_Fast;
[Mlp(3, 5, 4, 2, Hidden = "SELU, Mish", Output = "ELU(0.5)", Math = MathMode.Fast)] public sealed partial class N3x5x4x2_SELU_Mish_ELU0p5_Fast;
[Mlp(33, 70, 40, Hidden = Activation.Mish, Output = Activation.SELU, Math = MathMode.Fast)] public sealed partial class N33x70x40_Mish_SELU_Fast;
[Mlp(30, 40, 20, Hidden = "ELU(2)", Output = Activation.Mish, Math = MathMode.Fast)] public sealed partial class N30x40x20_ELU2_Mish_Fast;
