namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans GlobalAveragePool layers, which have no parameters.</summary>
internal sealed class GlobalAveragePoolPlanner : InterpretedPlanner;
