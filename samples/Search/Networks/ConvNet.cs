namespace Mlp.Samples;

/// <summary>Two convolutions over the 8 × 8 points of an image.</summary>
[Network(8, 8, 1, Output = "Softmax", Optimizer = "Adam", Initializer = "HeNormal")]
[Affine(1 / 16.0, 0)]
[Conv(16, 3, Padding = "Same"), MaxPool(2), Conv(32, 3, Padding = "Same"), MaxPool(2)]
[Flatten, Dense(10)]
public sealed partial class ConvNet;
