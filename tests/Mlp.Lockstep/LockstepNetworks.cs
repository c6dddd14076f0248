// Ten deterministic networks. The bits of what they compute stand in hashes.txt, and are the same on every hardware. A change here changes that file.
namespace Mlp.Lockstep;

/// <summary>A policy: 512 bits of outputs fill one vector, 128 bits a quarter of it.</summary>
[Mlp(8, 32, 32, 4, Hidden = Activation.Tanh, Deterministic = true)]
public sealed partial class Policy;

/// <summary>A classifier of 150 parameters, with the optimizer that most use.</summary>
[Mlp(4, 16, 3, Output = Activation.Softmax, Optimizer = Optimizer.Adam, Deterministic = true)]
public sealed partial class Flowers;

/// <summary>A linear model, which has no hidden layer.</summary>
[Mlp(13, 1, Optimizer = Optimizer.Momentum, Deterministic = true)]
public sealed partial class Houses;

/// <summary>Weights in panels, sums of a hundred products, and the activation with the longest formula.</summary>
[Mlp(100, 128, 70, 10, Hidden = Activation.GELU, Output = Activation.Softmax, Optimizer = Optimizer.Nesterov, Deterministic = true)]
public sealed partial class Digits;

/// <summary>One probability, and a step that draws weights to zero.</summary>
[Mlp(7, 19, 1, Hidden = Activation.SiLU, Output = Activation.Sigmoid, Optimizer = Optimizer.RMSProp, WeightDecay = 0.01, L1 = 0.001, Deterministic = true)]
public sealed partial class Alarm;

/// <summary>Counts: exponentials of sums.</summary>
[Mlp(5, 11, 2, Hidden = Activation.Softplus, Output = Activation.Exp, Deterministic = true)]
public sealed partial class Arrivals;

/// <summary>A different activation in each layer, and softmax with squared error.</summary>
[Mlp(6, 9, 17, 5, 4, Hidden = "Mish, ELU(0.5), HardSwish", Output = Activation.Softmax, Loss = Loss.SquaredError, Optimizer = Optimizer.AdamW, Deterministic = true)]
public sealed partial class Medley;

/// <summary>Learned slopes, and values that are dropped.</summary>
[Network(12, Output = Activation.Tanh, Optimizer = Optimizer.Adam, WeightDecay = 0.001, Deterministic = true)]
[Dense(40, Activation = Activation.PReLU), Dropout(0.25), Dense(24, Activation = Activation.ReLU), Dense(3)]
public sealed partial class Regulariser;

/// <summary>An image, whose gradient is summed over positions first and then over samples.</summary>
[Network(11, 9, 2, Output = Activation.Softmax, Optimizer = Optimizer.Momentum, Deterministic = true)]
[Affine(0.5, -0.25), Conv(6, 3, Padding = Padding.Same), MaxPool(2), Conv(10, 3, Groups = 2, Stride = 2, Padding = Padding.Same, Activation = Activation.Tanh), AveragePool(2, Stride = 1), Clip(-0.9, 0.9), GlobalAveragePool, Dense(4)]
public sealed partial class Shapes;

/// <summary>Every other activation.</summary>
[Mlp(16, 16, 16, 16, 16, 16, 6, Hidden = "ArcTan, SELU, Softsign, HardSigmoid, ReLU6", Output = Activation.ArcTan, Deterministic = true)]
public sealed partial class Chain;
