namespace Mlp.Onnx.Tests.Export;

/// <summary>A classifier of three classes.</summary>
[Mlp(4, 8, 3, Output = Activation.Softmax)]
internal sealed partial class Flowers;

/// <summary>A network that predicts a number.</summary>
[Mlp(3, 6, 1, Hidden = Activation.Tanh)]
internal sealed partial class Regressor;

/// <summary>A network of images of two channels.</summary>
[Network(8, 6, 2, Output = Activation.Softmax)]
[Conv(4, 3, Padding = Padding.Same, Activation = Activation.GELU), MaxPool(2), Affine(0.5, -1), Dropout(0.5), Dense(6, Activation = Activation.PReLU), Dense(3)]
internal sealed partial class Pictures;

/// <summary>A network that only predicts.</summary>
[Network(9, 1, Trains = false)]
[Conv(4, 3, Padding = Padding.Causal), Dense(2)]
internal sealed partial class Signals;
