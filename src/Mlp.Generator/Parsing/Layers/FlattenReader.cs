namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads a layer that forgets the shape, which has no arguments.</summary>
internal sealed class FlattenReader : LayerReader
{
    public override string Kind => "Flatten";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) => new DeclaredFlatten(place);
}
