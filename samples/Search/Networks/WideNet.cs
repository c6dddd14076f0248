namespace Mlp.Samples;

/// <summary>Two wide hidden layers.</summary>
[Network(64, Output = "Softmax", Optimizer = "Adam", Initializer = "HeNormal")]
[Affine(1 / 16.0, 0), Dense(128), Dense(64), Dense(10)]
public sealed partial class WideNet;
