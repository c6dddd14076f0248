// Sizes around the lanes of every vector width, in each position.
namespace Mlp.Behaviour.Tests.Networks;

// As input.
[Mlp(1, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N1x6x3_Tanh_Softmax;
[Mlp(2, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N2x6x3_Tanh_Softmax;
[Mlp(3, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N3x6x3_Tanh_Softmax;
[Mlp(4, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N4x6x3_Tanh_Softmax;
[Mlp(5, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N5x6x3_Tanh_Softmax;
[Mlp(7, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N7x6x3_Tanh_Softmax;
[Mlp(8, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N8x6x3_Tanh_Softmax;
[Mlp(9, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N9x6x3_Tanh_Softmax;
[Mlp(15, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N15x6x3_Tanh_Softmax;
[Mlp(16, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N16x6x3_Tanh_Softmax;
[Mlp(17, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N17x6x3_Tanh_Softmax;
[Mlp(33, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N33x6x3_Tanh_Softmax;
[Mlp(100, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N100x6x3_Tanh_Softmax;
[Mlp(784, 6, 3, Hidden = Activation.Tanh, Output = Activation.Softmax)] public sealed partial class N784x6x3_Tanh_Softmax;

// As hidden layer.
[Mlp(5, 1, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x1x3_ReLU_Softmax;
[Mlp(5, 2, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x2x3_ReLU_Softmax;
[Mlp(5, 3, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x3x3_ReLU_Softmax;
[Mlp(5, 4, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x4x3_ReLU_Softmax;
[Mlp(5, 5, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x5x3_ReLU_Softmax;
[Mlp(5, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x7x3_ReLU_Softmax;
[Mlp(5, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x8x3_ReLU_Softmax;
[Mlp(5, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x15x3_ReLU_Softmax;
[Mlp(5, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x16x3_ReLU_Softmax;
[Mlp(5, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x17x3_ReLU_Softmax;
[Mlp(5, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x33x3_ReLU_Softmax;
[Mlp(5, 100, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x100x3_ReLU_Softmax;
[Mlp(5, 784, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x784x3_ReLU_Softmax;
[Mlp(16, 784, 1, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N16x784x1_Tanh_Identity;

// As output.
[Mlp(5, 6, 2, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x2_ReLU_Softmax;
[Mlp(5, 6, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x3_ReLU_Softmax;
[Mlp(5, 6, 4, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x4_ReLU_Softmax;
[Mlp(5, 6, 5, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x5_ReLU_Softmax;
[Mlp(5, 6, 7, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x7_ReLU_Softmax;
[Mlp(5, 6, 8, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x8_ReLU_Softmax;
[Mlp(5, 6, 9, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x9_ReLU_Softmax;
[Mlp(5, 6, 15, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x15_ReLU_Softmax;
[Mlp(5, 6, 16, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x16_ReLU_Softmax;
[Mlp(5, 6, 17, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x17_ReLU_Softmax;
[Mlp(5, 6, 33, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x33_ReLU_Softmax;
[Mlp(5, 6, 100, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x100_ReLU_Softmax;
[Mlp(5, 6, 784, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N5x6x784_ReLU_Softmax;
[Mlp(3, 16, 784, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N3x16x784_Tanh_Identity;

// Without a hidden layer.
[Mlp(1, 1, Output = Activation.Identity)] public sealed partial class N1x1_Identity;
[Mlp(8, 1, Output = Activation.Identity)] public sealed partial class N8x1_Identity;
[Mlp(17, 1, Output = Activation.Identity)] public sealed partial class N17x1_Identity;
[Mlp(784, 1, Output = Activation.Identity)] public sealed partial class N784x1_Identity;
[Mlp(1, 2, Output = Activation.Identity)] public sealed partial class N1x2_Identity;
[Mlp(1, 17, Output = Activation.Identity)] public sealed partial class N1x17_Identity;
[Mlp(1, 784, Output = Activation.Identity)] public sealed partial class N1x784_Identity;
[Mlp(3, 3, Output = Activation.Identity)] public sealed partial class N3x3_Identity;
[Mlp(7, 7, Output = Activation.Identity)] public sealed partial class N7x7_Identity;
[Mlp(9, 9, Output = Activation.Identity)] public sealed partial class N9x9_Identity;
[Mlp(15, 15, Output = Activation.Identity)] public sealed partial class N15x15_Identity;
[Mlp(16, 16, Output = Activation.Identity)] public sealed partial class N16x16_Identity;
[Mlp(17, 17, Output = Activation.Identity)] public sealed partial class N17x17_Identity;
[Mlp(33, 33, Output = Activation.Identity)] public sealed partial class N33x33_Identity;
[Mlp(100, 100, Output = Activation.Identity)] public sealed partial class N100x100_Identity;
[Mlp(2, 3, Output = Activation.Softmax)] public sealed partial class N2x3_Softmax;
[Mlp(3, 3, Output = Activation.Softmax)] public sealed partial class N3x3_Softmax;
[Mlp(9, 3, Output = Activation.Softmax)] public sealed partial class N9x3_Softmax;
[Mlp(16, 3, Output = Activation.Softmax)] public sealed partial class N16x3_Softmax;
[Mlp(33, 3, Output = Activation.Softmax)] public sealed partial class N33x3_Softmax;
[Mlp(784, 3, Output = Activation.Softmax)] public sealed partial class N784x3_Softmax;
