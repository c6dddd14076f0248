// Neighbours of the lane counts against each other, as input and hidden layer, and as two hidden layers.
namespace Mlp.Behaviour.Tests.Networks;

// 7 wide.
[Mlp(7, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x7x3_ReLU_Softmax;
[Mlp(7, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x8x3_ReLU_Softmax;
[Mlp(7, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x9x3_ReLU_Softmax;
[Mlp(7, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x15x3_ReLU_Softmax;
[Mlp(7, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x16x3_ReLU_Softmax;
[Mlp(7, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x17x3_ReLU_Softmax;
[Mlp(7, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x31x3_ReLU_Softmax;
[Mlp(7, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x32x3_ReLU_Softmax;
[Mlp(7, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N7x33x3_ReLU_Softmax;
[Mlp(4, 7, 7, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x7x7x2_Tanh_Identity;
[Mlp(4, 7, 8, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x7x8x2_Tanh_Identity;
[Mlp(4, 7, 9, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x7x9x2_Tanh_Identity;
[Mlp(4, 7, 16, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x7x16x2_Tanh_Identity;
[Mlp(4, 7, 17, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x7x17x2_Tanh_Identity;

// 8 wide.
[Mlp(8, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x7x3_ReLU_Softmax;
[Mlp(8, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x8x3_ReLU_Softmax;
[Mlp(8, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x9x3_ReLU_Softmax;
[Mlp(8, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x15x3_ReLU_Softmax;
[Mlp(8, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x16x3_ReLU_Softmax;
[Mlp(8, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x17x3_ReLU_Softmax;
[Mlp(8, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x31x3_ReLU_Softmax;
[Mlp(8, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x32x3_ReLU_Softmax;
[Mlp(8, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N8x33x3_ReLU_Softmax;
[Mlp(4, 8, 7, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x8x7x2_Tanh_Identity;
[Mlp(4, 8, 8, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x8x8x2_Tanh_Identity;
[Mlp(4, 8, 9, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x8x9x2_Tanh_Identity;
[Mlp(4, 8, 16, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x8x16x2_Tanh_Identity;
[Mlp(4, 8, 17, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x8x17x2_Tanh_Identity;

// 9 wide.
[Mlp(9, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x7x3_ReLU_Softmax;
[Mlp(9, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x8x3_ReLU_Softmax;
[Mlp(9, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x9x3_ReLU_Softmax;
[Mlp(9, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x15x3_ReLU_Softmax;
[Mlp(9, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x16x3_ReLU_Softmax;
[Mlp(9, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x17x3_ReLU_Softmax;
[Mlp(9, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x31x3_ReLU_Softmax;
[Mlp(9, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x32x3_ReLU_Softmax;
[Mlp(9, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N9x33x3_ReLU_Softmax;
[Mlp(4, 9, 7, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x9x7x2_Tanh_Identity;
[Mlp(4, 9, 8, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x9x8x2_Tanh_Identity;
[Mlp(4, 9, 9, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x9x9x2_Tanh_Identity;
[Mlp(4, 9, 16, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x9x16x2_Tanh_Identity;
[Mlp(4, 9, 17, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x9x17x2_Tanh_Identity;

// 15 wide.
[Mlp(15, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x7x3_ReLU_Softmax;
[Mlp(15, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x8x3_ReLU_Softmax;
[Mlp(15, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x9x3_ReLU_Softmax;
[Mlp(15, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x15x3_ReLU_Softmax;
[Mlp(15, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x16x3_ReLU_Softmax;
[Mlp(15, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x17x3_ReLU_Softmax;
[Mlp(15, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x31x3_ReLU_Softmax;
[Mlp(15, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x32x3_ReLU_Softmax;
[Mlp(15, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N15x33x3_ReLU_Softmax;
[Mlp(4, 15, 7, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x15x7x2_Tanh_Identity;
[Mlp(4, 15, 8, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x15x8x2_Tanh_Identity;
[Mlp(4, 15, 9, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x15x9x2_Tanh_Identity;
[Mlp(4, 15, 16, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x15x16x2_Tanh_Identity;
[Mlp(4, 15, 17, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x15x17x2_Tanh_Identity;

// 16 wide.
[Mlp(16, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x7x3_ReLU_Softmax;
[Mlp(16, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x8x3_ReLU_Softmax;
[Mlp(16, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x9x3_ReLU_Softmax;
[Mlp(16, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x15x3_ReLU_Softmax;
[Mlp(16, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x16x3_ReLU_Softmax;
[Mlp(16, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x17x3_ReLU_Softmax;
[Mlp(16, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x31x3_ReLU_Softmax;
[Mlp(16, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x32x3_ReLU_Softmax;
[Mlp(16, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N16x33x3_ReLU_Softmax;
[Mlp(4, 16, 7, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x16x7x2_Tanh_Identity;
[Mlp(4, 16, 8, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x16x8x2_Tanh_Identity;
[Mlp(4, 16, 9, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x16x9x2_Tanh_Identity;
[Mlp(4, 16, 16, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x16x16x2_Tanh_Identity;
[Mlp(4, 16, 17, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x16x17x2_Tanh_Identity;

// 17 wide.
[Mlp(17, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x7x3_ReLU_Softmax;
[Mlp(17, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x8x3_ReLU_Softmax;
[Mlp(17, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x9x3_ReLU_Softmax;
[Mlp(17, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x15x3_ReLU_Softmax;
[Mlp(17, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x16x3_ReLU_Softmax;
[Mlp(17, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x17x3_ReLU_Softmax;
[Mlp(17, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x31x3_ReLU_Softmax;
[Mlp(17, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x32x3_ReLU_Softmax;
[Mlp(17, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N17x33x3_ReLU_Softmax;
[Mlp(4, 17, 7, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x17x7x2_Tanh_Identity;
[Mlp(4, 17, 8, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x17x8x2_Tanh_Identity;
[Mlp(4, 17, 9, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x17x9x2_Tanh_Identity;
[Mlp(4, 17, 16, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x17x16x2_Tanh_Identity;
[Mlp(4, 17, 17, 2, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class N4x17x17x2_Tanh_Identity;

// 31 wide.
[Mlp(31, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x7x3_ReLU_Softmax;
[Mlp(31, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x8x3_ReLU_Softmax;
[Mlp(31, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x9x3_ReLU_Softmax;
[Mlp(31, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x15x3_ReLU_Softmax;
[Mlp(31, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x16x3_ReLU_Softmax;
[Mlp(31, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x17x3_ReLU_Softmax;
[Mlp(31, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x31x3_ReLU_Softmax;
[Mlp(31, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x32x3_ReLU_Softmax;
[Mlp(31, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N31x33x3_ReLU_Softmax;

// 32 wide.
[Mlp(32, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x7x3_ReLU_Softmax;
[Mlp(32, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x8x3_ReLU_Softmax;
[Mlp(32, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x9x3_ReLU_Softmax;
[Mlp(32, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x15x3_ReLU_Softmax;
[Mlp(32, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x16x3_ReLU_Softmax;
[Mlp(32, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x17x3_ReLU_Softmax;
[Mlp(32, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x31x3_ReLU_Softmax;
[Mlp(32, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x32x3_ReLU_Softmax;
[Mlp(32, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N32x33x3_ReLU_Softmax;

// 33 wide.
[Mlp(33, 7, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x7x3_ReLU_Softmax;
[Mlp(33, 8, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x8x3_ReLU_Softmax;
[Mlp(33, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x9x3_ReLU_Softmax;
[Mlp(33, 15, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x15x3_ReLU_Softmax;
[Mlp(33, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x16x3_ReLU_Softmax;
[Mlp(33, 17, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x17x3_ReLU_Softmax;
[Mlp(33, 31, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x31x3_ReLU_Softmax;
[Mlp(33, 32, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x32x3_ReLU_Softmax;
[Mlp(33, 33, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class N33x33x3_ReLU_Softmax;
