namespace Mlp.JitProbe;

/// <summary>The iris network: every layer of one sample in line.</summary>
[Mlp(4, 16, 3, Output = "Softmax")]
internal sealed partial class Small;

/// <summary>A few thousand parameters.</summary>
[Mlp(64, 32, 10, Output = "Softmax")]
internal sealed partial class Digits;

/// <summary>The common network for images of handwritten digits.</summary>
[Mlp(784, 128, 10, Output = "Softmax")]
internal sealed partial class Images;

/// <summary>Two wide layers.</summary>
[Mlp(784, 512, 512, 10, Output = "Softmax")]
internal sealed partial class WideImages;

/// <summary>An activation of many operations, squared error, several outputs, the optimizer with most to do.</summary>
[Mlp(8, 32, 32, 4, Hidden = "Tanh", Optimizer = "AdamW", L1 = 1e-4)]
internal sealed partial class Controller;

/// <summary>A layer much wider than its neighbours.</summary>
[Mlp(4, 1000, 3, Output = "Softmax", Optimizer = "RMSProp", WeightDecay = 1e-4)]
internal sealed partial class Bulge;

/// <summary>Twenty layers, each of which would be unrolled.</summary>
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = "SiLU", Optimizer = "Nesterov")]
internal sealed partial class Tower;

/// <summary>Convolutions and pools over images.</summary>
[Network(28, 28, 1, Output = "Softmax", Optimizer = "Adam")]
[Conv(6, 5), MaxPool(2)]
[Conv(16, 5), MaxPool(2)]
[Flatten, Dense(120), Dense(84), Dense(10)]
internal sealed partial class Lenet;

/// <summary>Many at once: a tile for each panel of outputs, and passes between them.</summary>
[Mlp(8, 32, 32, 4, Hidden = "Tanh", Population = true)]
internal sealed partial class Swarm;

/// <summary>Many at once: each kind of layer that goes over values one by one, and a softmax that adds up as that of a row does.</summary>
[Network(5, Output = "Softmax", Math = "Fast", Population = true)]
[Affine(0.5, -1), Dense(90, Activation = "PReLU"), Clip(-2, 2), Dense(17, Activation = "Identity"), Activation("SiLU"), Dense(30)]
internal sealed partial class Herd;

/// <summary>Many at once, and a softmax that adds up as where a batch is in registers.</summary>
[Mlp(4, 9, 3, Output = "Softmax", Population = true)]
internal sealed partial class Trio;

/// <summary>Many at once, with the words of networks that compute the same bits everywhere.</summary>
[Mlp(6, 17, 3, Hidden = "GELU", Output = "Softmax", Deterministic = true, Population = true)]
internal sealed partial class Flock;
