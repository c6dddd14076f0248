namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans MaxPool layers.</summary>
internal sealed class MaxPoolPlanner() : PoolPlanner(isMax: true);
