namespace Mlp.Samples;

/// <summary>One small hidden layer: what little the search has to beat.</summary>
[Network(64, Output = "Softmax", Optimizer = "Adam", Initializer = "HeNormal")]
[Affine(1 / 16.0, 0), Dense(24), Dense(10)]
public sealed partial class NarrowNet;
