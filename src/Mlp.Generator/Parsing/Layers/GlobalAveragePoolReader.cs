namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads the mean over all positions, which has no arguments.</summary>
internal sealed class GlobalAveragePoolReader : LayerReader
{
    public override string Kind => "GlobalAveragePool";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) => new DeclaredGlobalAveragePool(place);
}
