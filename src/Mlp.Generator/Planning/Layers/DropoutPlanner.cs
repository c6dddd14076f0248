namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans Dropout layers, which have no parameters.</summary>
internal sealed class DropoutPlanner : InterpretedPlanner;
