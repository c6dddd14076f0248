namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans Affine layers, which have no parameters.</summary>
internal sealed class AffinePlanner : InterpretedPlanner;
