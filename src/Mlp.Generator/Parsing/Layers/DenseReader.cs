namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads a dense layer: its number of outputs, and its activation where it names one.</summary>
internal sealed class DenseReader : LayerReader
{
    public override string Kind => "Dense";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) => new DeclaredDense(place, arguments.SizeAt(0), arguments.Activation);
}
