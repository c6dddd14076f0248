namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads an activation that is a layer of its own: its name.</summary>
internal sealed class ActivationReader : LayerReader
{
    public override string Kind => "Activation";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) => new DeclaredActivation(place, arguments.Function);
}
