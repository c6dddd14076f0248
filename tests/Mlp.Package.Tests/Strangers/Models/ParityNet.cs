using Mlp;

namespace Models;

/// <summary>Whether of three bits an odd number is set.</summary>
[Mlp(3, 8, 2, Hidden = "Tanh", Output = "Softmax", Optimizer = "Adam")]
public sealed partial class ParityNet;
