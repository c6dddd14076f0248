namespace Mlp.Samples;

/// <summary>The same convolutions, and behind them values that are dropped while it learns.</summary>
[Network(8, 8, 1, Output = "Softmax", Optimizer = "Adam", Initializer = "HeNormal")]
[Affine(1 / 16.0, 0)]
[Conv(16, 3, Padding = "Same"), MaxPool(2), Conv(32, 3, Padding = "Same"), MaxPool(2)]
[Flatten, Dropout(0.4), Dense(10)]
public sealed partial class ConvDropoutNet;
