namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans Clip layers, which have no parameters.</summary>
internal sealed class ClipPlanner : InterpretedPlanner;
