namespace Mlp.Samples;

/// <summary>The function no single layer can learn [Kakade]: 1 where exactly one input is 1.</summary>
[Mlp(2, 8, 1, Hidden = "Tanh", Output = "Sigmoid")]
public sealed partial class XorNet;
