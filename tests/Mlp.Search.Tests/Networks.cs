namespace Mlp.Searching.Tests;

/// <summary>A small classifier of four features and three classes.</summary>
[Mlp(4, 8, 3, Hidden = "Tanh", Output = "Softmax", Deterministic = true)]
internal sealed partial class SmallNet;

/// <summary>A wider classifier of the same data, with a dropout layer and another optimizer.</summary>
[Network(4, Output = "Softmax", Optimizer = "Adam", Deterministic = true)]
[Dense(16, Activation = "ReLU")]
[Dropout(0.2)]
[Dense(3)]
internal sealed partial class WideNet;

/// <summary>A classifier with another loss.</summary>
[Mlp(4, 3, Output = "Sigmoid", Loss = "SquaredError")]
internal sealed partial class SquaredNet;

/// <summary>A network that predicts two numbers of three.</summary>
[Mlp(3, 6, 2, Output = "Identity", Deterministic = true)]
internal sealed partial class LineNet;

/// <summary>A network of counts, whose targets must be 0 or more.</summary>
[Mlp(3, 1, Output = "Exp", Loss = "PoissonNegativeLogLikelihood")]
internal sealed partial class CountNet;

/// <summary>A classifier whose optimizer has a momentum.</summary>
[Mlp(4, 3, Output = "Softmax", Optimizer = "Momentum", Momentum = 0.9)]
internal sealed partial class MomentumNet;

/// <summary>The same with another momentum, which no description tells.</summary>
[Mlp(4, 3, Output = "Softmax", Optimizer = "Momentum", Momentum = 0.5)]
internal sealed partial class SluggishNet;
