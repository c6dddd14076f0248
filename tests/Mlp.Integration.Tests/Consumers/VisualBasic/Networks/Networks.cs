using Mlp;

namespace Consumers;

/// <summary>A classifier.</summary>
[Mlp(2, 8, 2, Output = "Softmax")]
public sealed partial class Sides;

/// <summary>Regression in a struct.</summary>
[Mlp(2, 16, 1, Hidden = "Tanh")]
public partial struct Heights;
