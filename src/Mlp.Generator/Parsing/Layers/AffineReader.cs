namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads a scaler: its numbers.</summary>
internal sealed class AffineReader : LayerReader
{
    public override string Kind => "Affine";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) => new DeclaredAffine(place, arguments.NumbersAt(0), arguments.NumbersAt(1));
}
