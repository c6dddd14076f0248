namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads a pool of largest values.</summary>
internal sealed class MaxPoolReader : LayerReader
{
    public override string Kind => "MaxPool";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) => new DeclaredMaxPool(place, arguments.Window(firstArgument: 0, usualStride: 0));
}
