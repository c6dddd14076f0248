namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans Activation layers, which have no parameters.</summary>
internal sealed class ActivationPlanner : InterpretedPlanner;
