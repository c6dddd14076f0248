namespace Mlp;

/// <summary>Forgets the shape: the values stay where they are, one after another. It computes nothing.</summary>
public sealed class FlattenAttribute : LayerAttribute;
