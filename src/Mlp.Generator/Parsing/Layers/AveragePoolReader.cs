namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads a pool of means.</summary>
internal sealed class AveragePoolReader : LayerReader
{
    public override string Kind => "AveragePool";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) => new DeclaredAveragePool(place, arguments.Window(firstArgument: 0, usualStride: 0));
}
