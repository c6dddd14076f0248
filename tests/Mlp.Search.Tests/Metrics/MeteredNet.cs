namespace Mlp.Searching.Tests.Metrics;

/// <summary>A network that no other test searches: what other tests do at the same time has other tags.</summary>
[Mlp(4, 3, Output = "Softmax", Deterministic = true)]
internal sealed partial class MeteredNet;
