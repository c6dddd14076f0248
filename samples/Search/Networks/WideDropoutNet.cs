namespace Mlp.Samples;

/// <summary>The wide one, with values dropped between its layers while it learns.</summary>
[Network(64, Output = "Softmax", Optimizer = "Adam", Initializer = "HeNormal")]
[Affine(1 / 16.0, 0), Dense(128), Dropout(0.3), Dense(64), Dropout(0.3), Dense(10)]
public sealed partial class WideDropoutNet;
