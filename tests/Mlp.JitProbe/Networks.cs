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
