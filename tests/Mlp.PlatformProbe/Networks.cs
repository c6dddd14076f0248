namespace Mlp.PlatformProbe;

/// <summary>The smallest: a classifier, every layer of one sample in line.</summary>
[Mlp(4, 16, 3, Output = "Softmax")]
internal sealed partial class Flowers;

/// <summary>A controller's size, with a transcendental activation and decay.</summary>
[Mlp(8, 32, 32, 4, Hidden = "Tanh", Optimizer = "AdamW", WeightDecay = 0.01)]
internal sealed partial class Controller;

/// <summary>The same with fast functions.</summary>
[Mlp(8, 32, 32, 4, Hidden = "Tanh", Math = "Fast")]
internal sealed partial class FastController;

/// <summary>Functions of an exponential or a logarithm, and normal initial weights, which take a logarithm too.</summary>
[Mlp(5, 17, 17, 17, 1, Hidden = "SiLU, GELU, Softplus", Output = "Sigmoid", Initializer = "HeNormal", Optimizer = "RMSProp")]
internal sealed partial class Curves;

/// <summary>The other functions, and rates as outputs.</summary>
[Mlp(5, 9, 9, 9, 2, Hidden = "Mish, ArcTan, SELU", Output = "Exp", Optimizer = "Nesterov")]
internal sealed partial class Rates;

/// <summary>Every kind of layer that an image can go through.</summary>
[Network(12, 10, 2, Output = "Softmax", Optimizer = "Adam")]
[Affine(0.5, -0.25), Conv(6, 3, Padding = "Same", Activation = "PReLU"), MaxPool(2), Conv(8, 3, Groups = 2, Activation = "Identity"), Clip(-1, 1)]
[AveragePool(2), Activation("Tanh"), Dropout(0.25), Flatten, Dense(4)]
internal sealed partial class Pictures;

/// <summary>A sequence, to its mean over time.</summary>
[Network(32, 3, Output = "Tanh", Loss = "SquaredError", Optimizer = "Momentum")]
[Conv(8, 3, Padding = "Causal", Dilation = 2), Conv(8, 3, Padding = "Causal", Dilation = 4, Activation = "GELU"), GlobalAveragePool, Dense(2)]
internal sealed partial class Signals;

/// <summary>Past what kernels are written for: computed by the interpreter.</summary>
[Mlp(3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, Hidden = "SELU")]
internal sealed partial class Depths;

/// <summary>What the animals of a crowd do: the same bits on every platform.</summary>
[Mlp(8, 16, 9, Hidden = "Tanh", Deterministic = true, Population = true)]
internal sealed partial class Instinct;
