namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans MaxPool layers, which have no parameters.</summary>
internal sealed class MaxPoolPlanner : InterpretedPlanner;
