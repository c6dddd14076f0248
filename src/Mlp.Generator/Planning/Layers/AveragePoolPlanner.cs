namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans AveragePool layers.</summary>
internal sealed class AveragePoolPlanner() : PoolPlanner(isMax: false);
