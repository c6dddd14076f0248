using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads bounds of values: two numbers.</summary>
internal sealed class ClipReader : LayerReader
{
    public override string Kind => "Clip";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) => new DeclaredClip(place, One(arguments.NumbersAt(0)), One(arguments.NumbersAt(1)));

    private static double? One(EquatableArray<double>? numbers) => numbers is { Count: 1 } one ? one[0] : null;
}
