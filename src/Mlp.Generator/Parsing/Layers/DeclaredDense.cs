namespace Mlp.Generator.Parsing.Layers;

/// <summary>A dense layer as it is written.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Units">The number of outputs.</param>
/// <param name="Activation">The activation.</param>
internal sealed record DeclaredDense(LayerPlace Place, LayerSize Units, NameArgument Activation) : DeclaredLayer(Place)
{
    public override NameArgument Ending => Activation;
}
