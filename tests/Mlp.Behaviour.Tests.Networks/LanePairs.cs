// Neighbours of the lane counts against each other, as input and hidden layer, and as two hidden layers.
namespace Mlp.Behaviour.Tests.Networks;

// 7 wide.
[Mlp(7, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x7x3_ReLU_Softmax;
[Mlp(7, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x17x3_ReLU_Softmax;
[Mlp(4, 7, 8, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x7x8x2_Tanh_Identity;

// 8 wide.
[Mlp(8, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x8x3_ReLU_Softmax;
[Mlp(8, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x31x3_ReLU_Softmax;
[Mlp(4, 8, 9, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x8x9x2_Tanh_Identity;

// 9 wide.
[Mlp(9, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x9x3_ReLU_Softmax;
[Mlp(9, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x32x3_ReLU_Softmax;
[Mlp(4, 9, 16, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x9x16x2_Tanh_Identity;

// 15 wide.
[Mlp(15, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x15x3_ReLU_Softmax;
[Mlp(15, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x33x3_ReLU_Softmax;
[Mlp(4, 15, 17, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x15x17x2_Tanh_Identity;

// 16 wide.
[Mlp(16, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x16x3_ReLU_Softmax;
[Mlp(4, 16, 7, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x16x7x2_Tanh_Identity;

// 17 wide.
[Mlp(17, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x7x3_ReLU_Softmax;
[Mlp(17, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x17x3_ReLU_Softmax;
[Mlp(4, 17, 8, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x17x8x2_Tanh_Identity;

// 31 wide.
[Mlp(31, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x8x3_ReLU_Softmax;
[Mlp(31, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x31x3_ReLU_Softmax;

// 32 wide.
[Mlp(32, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x9x3_ReLU_Softmax;
[Mlp(32, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x32x3_ReLU_Softmax;

// 33 wide.
[Mlp(33, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x15x3_ReLU_Softmax;
[Mlp(33, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x33x3_ReLU_Softmax;
