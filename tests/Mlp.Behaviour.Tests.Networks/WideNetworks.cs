// Networks past the unrolling budget, where layers become loops over tiles.
namespace Mlp.Behaviour.Tests.Networks;

// Image sized.
[Mlp(784, 128, 10, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N784x128x10_ReLU_Softmax;
[Mlp(784, 10, Output = Activation.Softmax)] public sealed partial class N784x10_Softmax;
[Mlp(784, 32, 10, Hidden = Activation.Sigmoid, Output = Activation.Sigmoid)] public sealed partial class N784x32x10_Sigmoid_Sigmoid;

// A wide hidden layer.
[Mlp(64, 512, 10, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N64x512x10_ReLU_Softmax;
[Mlp(4, 1000, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N4x1000x3_ReLU_Softmax;
[Mlp(64, 32, 10, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N64x32x10_ReLU_Softmax;
[Mlp(1, 4096, 1, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N1x4096x1_Tanh_Identity;

// Wide on both sides.
[Mlp(100, 100, 100, Hidden = Activation.ReLU, Output = Activation.Identity)] public sealed partial class N100x100x100_ReLU_Identity;
[Mlp(130, 257, 61, Hidden = Activation.GELU, Output = Activation.Softmax)] public sealed partial class N130x257x61_GELU_Softmax;
[Mlp(255, 65, 127, 33, Hidden = Activation.ELU, Output = Activation.Sigmoid)] public sealed partial class N255x65x127x33_ELU_Sigmoid;
[Mlp(3, 10, 300, Hidden = Activation.SiLU, Output = Activation.Softmax)] public sealed partial class N3x10x300_SiLU_Softmax;
[Mlp(2, 3, 1025, Hidden = Activation.Softplus, Output = Activation.Identity)] public sealed partial class N2x3x1025_Softplus_Identity;

// The usual examples.
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N4x16x3_ReLU_Softmax;
[Mlp(8, 32, 32, 4, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N8x32x32x4_Tanh_Identity;
[Mlp(4, 32, 16, 4, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x32x16x4_Tanh_Identity;
[Mlp(2, 4, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid)] public sealed partial class N2x4x1_Tanh_Sigmoid;

// Narrow layers after odd ones: inputs in lanes, with padding beside them.
[Mlp(31, 47, 63, 17, 33, 15, 9, Hidden = Activation.Softplus, Output = Activation.Sigmoid)] public sealed partial class N31x47x63x17x33x15x9_Softplus_Sigmoid;
[Mlp(30, 61, 3, Hidden = Activation.ELU, Output = Activation.Softmax)] public sealed partial class N30x61x3_ELU_Softmax;
