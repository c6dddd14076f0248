// The networks that populations are tried with: each way of the kernels, and some that have none.
namespace Mlp.Runtime.Tests.Evolution;

// Samples in registers where they are a batch.
[Mlp(4, 8, 2, Population = true)] internal sealed partial class TinyBrain;
[Mlp(4, 16, 3, Output = Activation.Softmax, Population = true)] internal sealed partial class RegisterClassifier;
[Mlp(1, 1, 1, Output = Activation.Sigmoid, Population = true)] internal sealed partial class SmallestBrain;

// Outputs in lanes where they are a batch: a softmax adds up across lanes.
[Mlp(8, 32, 32, 4, Hidden = Activation.Tanh, Population = true)] internal sealed partial class ControllerBrain;
[Mlp(3, 70, 21, 19, Hidden = Activation.GELU, Output = Activation.Softmax, Population = true)] internal sealed partial class WideClassifier;
[Mlp(6, 17, 33, 7, Hidden = Activation.Mish, Output = Activation.Softmax, Math = MathMode.Fast, Population = true)] internal sealed partial class FastClassifier;

// Every activation, in two networks: more than ten different layers have no kernels.
[Mlp(3, 5, 6, 7, 8, 9, 10, 11, 2, Hidden = "ReLU, LeakyReLU(0.1), ELU(0.5), SiLU, GELU, Softplus, Sigmoid", Output = Activation.Tanh, Population = true)] internal sealed partial class FirstActivations;
[Mlp(3, 5, 6, 7, 8, 9, 10, 11, 2, Hidden = "ArcTan, SELU, ReLU6, HardSigmoid, HardSwish, Mish, Softsign", Output = Activation.Exp, Population = true)] internal sealed partial class SecondActivations;

// The same bits on every hardware.
[Mlp(4, 8, 2, Deterministic = true, Population = true)] internal sealed partial class TinyLockstepBrain;
[Mlp(8, 17, 33, 19, Hidden = "Tanh, GELU", Output = Activation.Softmax, Deterministic = true, Population = true)] internal sealed partial class LockstepClassifier;
[Mlp(5, 7, 3, Hidden = Activation.PReLU, Deterministic = true, Population = true)] internal sealed partial class LockstepSlopes;

// Layers of each value by itself, and one that only trains.
[Network(5, Population = true)]
[Affine(0.5, -1), Dense(9, Activation = "PReLU"), Dropout(0.5), Clip(-2, 2), Dense(6, Activation = "Identity"), Activation("Tanh"), Activation("SiLU"), Dense(2)]
internal sealed partial class ElementBrain;

[Mlp(5, 7, 3, Hidden = Activation.PReLU, Population = true)] internal partial struct StructBrain;

// No kernels for many at once: tests compare it with those that have some.
#pragma warning disable MLP0055
[Network(6, 6, 1, Population = true)]
[Conv(3, 3), MaxPool(2), Flatten, Dense(4)]
internal sealed partial class SeeingBrain;
#pragma warning restore MLP0055

[Mlp(4, 8, 2)] internal sealed partial class PlainBrain;
