// Every optimizer, with its own constants and with others, with penalties and without; PyTorch's defaults unless said otherwise.
namespace Mlp.Behaviour.Tests.Networks;

// SGD.
[Mlp(5, 7, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Optimizer = "SGD", WeightDecay = 0.05)] public sealed partial class SGD_5x7x1_Tanh_Sigmoid_Decayed;
[Mlp(3, 33, 2, Hidden = Activation.Tanh, Output = Activation.Identity, Optimizer = "SGD", L1 = 0.01)] public sealed partial class SGD_3x33x2_Tanh_Identity_Sparse;
[Mlp(20, 40, 10, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "SGD", WeightDecay = 0.02, L1 = 0.005)] public sealed partial class SGD_20x40x10_ReLU_Softmax_Penalized;

// Momentum.
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Momentum")] public sealed partial class Momentum_4x16x3_ReLU_Softmax;
[Mlp(8, 8, 8, 8, Hidden = Activation.ELU, Output = Activation.Identity, Optimizer = "Momentum")] public sealed partial class Momentum_8x8x8x8_ELU_Identity;
[Mlp(5, 7, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Optimizer = "Momentum", WeightDecay = 0.05)] public sealed partial class Momentum_5x7x1_Tanh_Sigmoid_Decayed;
[Mlp(3, 33, 2, Hidden = Activation.Tanh, Output = Activation.Identity, Optimizer = "Momentum", Momentum = 0.8, L1 = 0.01)] public sealed partial class Momentum_3x33x2_Tanh_Identity_Sparse;
[Mlp(20, 40, 10, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Momentum", Momentum = 0.8, WeightDecay = 0.02, L1 = 0.005)] public sealed partial class Momentum_20x40x10_ReLU_Softmax_Penalized;

// Nesterov.
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Nesterov")] public sealed partial class Nesterov_4x16x3_ReLU_Softmax;
[Mlp(8, 8, 8, 8, Hidden = Activation.ELU, Output = Activation.Identity, Optimizer = "Nesterov")] public sealed partial class Nesterov_8x8x8x8_ELU_Identity;
[Mlp(5, 7, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Optimizer = "Nesterov", WeightDecay = 0.05)] public sealed partial class Nesterov_5x7x1_Tanh_Sigmoid_Decayed;
[Mlp(3, 33, 2, Hidden = Activation.Tanh, Output = Activation.Identity, Optimizer = "Nesterov", Momentum = 0.95, L1 = 0.01)] public sealed partial class Nesterov_3x33x2_Tanh_Identity_Sparse;
[Mlp(20, 40, 10, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Nesterov", Momentum = 0.95, WeightDecay = 0.02, L1 = 0.005)] public sealed partial class Nesterov_20x40x10_ReLU_Softmax_Penalized;

// RMSProp.
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "RMSProp")] public sealed partial class RMSProp_4x16x3_ReLU_Softmax;
[Mlp(8, 8, 8, 8, Hidden = Activation.ELU, Output = Activation.Identity, Optimizer = "RMSProp")] public sealed partial class RMSProp_8x8x8x8_ELU_Identity;
[Mlp(5, 7, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Optimizer = "RMSProp", WeightDecay = 0.05)] public sealed partial class RMSProp_5x7x1_Tanh_Sigmoid_Decayed;
[Mlp(3, 33, 2, Hidden = Activation.Tanh, Output = Activation.Identity, Optimizer = "RMSProp", Rho = 0.9, Epsilon = 1e-3, L1 = 0.01)] public sealed partial class RMSProp_3x33x2_Tanh_Identity_Sparse;
[Mlp(20, 40, 10, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "RMSProp", Rho = 0.9, Epsilon = 1e-3, WeightDecay = 0.02, L1 = 0.005)] public sealed partial class RMSProp_20x40x10_ReLU_Softmax_Penalized;

// Adam.
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Adam")] public sealed partial class Adam_4x16x3_ReLU_Softmax;
[Mlp(8, 8, 8, 8, Hidden = Activation.ELU, Output = Activation.Identity, Optimizer = "Adam")] public sealed partial class Adam_8x8x8x8_ELU_Identity;
[Mlp(5, 7, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Optimizer = "Adam", WeightDecay = 0.05)] public sealed partial class Adam_5x7x1_Tanh_Sigmoid_Decayed;
[Mlp(3, 33, 2, Hidden = Activation.Tanh, Output = Activation.Identity, Optimizer = "Adam", Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3, L1 = 0.01)] public sealed partial class Adam_3x33x2_Tanh_Identity_Sparse;
[Mlp(20, 40, 10, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Adam", Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3, WeightDecay = 0.02, L1 = 0.005)] public sealed partial class Adam_20x40x10_ReLU_Softmax_Penalized;

// AdamW.
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "AdamW")] public sealed partial class AdamW_4x16x3_ReLU_Softmax;
[Mlp(8, 8, 8, 8, Hidden = Activation.ELU, Output = Activation.Identity, Optimizer = "AdamW")] public sealed partial class AdamW_8x8x8x8_ELU_Identity;
[Mlp(5, 7, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Optimizer = "AdamW", WeightDecay = 0)] public sealed partial class AdamW_5x7x1_Tanh_Sigmoid_Undecayed;
[Mlp(5, 7, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Optimizer = "AdamW", WeightDecay = 0.05)] public sealed partial class AdamW_5x7x1_Tanh_Sigmoid_Decayed;
[Mlp(3, 33, 2, Hidden = Activation.Tanh, Output = Activation.Identity, Optimizer = "AdamW", Beta1 = 0.7, Beta2 = 0.99, Epsilon = 1e-4, L1 = 0.01)] public sealed partial class AdamW_3x33x2_Tanh_Identity_Sparse;
[Mlp(20, 40, 10, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "AdamW", Beta1 = 0.7, Beta2 = 0.99, Epsilon = 1e-4, WeightDecay = 0.02, L1 = 0.005)] public sealed partial class AdamW_20x40x10_ReLU_Softmax_Penalized;
