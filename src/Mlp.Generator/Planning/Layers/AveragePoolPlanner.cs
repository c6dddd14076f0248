namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans AveragePool layers, which have no parameters.</summary>
internal sealed class AveragePoolPlanner : InterpretedPlanner;
