namespace Mlp.Generator.Parsing.Layers;

/// <summary>An activation that is a layer of its own, as it is written.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Function">The activation.</param>
internal sealed record DeclaredActivation(LayerPlace Place, NameArgument Function) : DeclaredLayer(Place)
{
    public override NameArgument Ending => Function;
}
