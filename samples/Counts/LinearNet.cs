namespace Mlp.Samples;

/// <summary>Linear regression on the same features: the least squares that do not know what a count is.</summary>
[Mlp(5, 1, Output = "Identity")]
public sealed partial class LinearNet;
