namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads a layer that drops values: one number.</summary>
internal sealed class DropoutReader : LayerReader
{
    public override string Kind => "Dropout";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) =>
        new DeclaredDropout(place, arguments.NumbersAt(0) is { Count: 1 } one ? one[0] : null);
}
