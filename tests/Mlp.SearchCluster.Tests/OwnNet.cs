namespace Mlp.SearchCluster.Tests;

/// <summary>A network that the program of the other hosts does not have.</summary>
[Mlp(16, 8, 4, Output = "Softmax", Deterministic = true)]
internal sealed partial class OwnNet;
