namespace My_Network;

using global::Mlp;

/// <summary>Four measurements of a flower in, the probabilities of three species out.</summary>
[Mlp(4, 16, 3, Hidden = "ReLU", Output = "Softmax")]
public sealed partial class Network;
