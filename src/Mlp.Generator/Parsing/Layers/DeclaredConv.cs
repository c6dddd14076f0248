namespace Mlp.Generator.Parsing.Layers;

/// <summary>A convolution as it is written.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Filters">The channels that leave.</param>
/// <param name="Window">How it goes over a sample.</param>
/// <param name="Groups">Into how many groups channels are divided.</param>
/// <param name="Activation">The activation.</param>
internal sealed record DeclaredConv(LayerPlace Place, LayerSize Filters, DeclaredWindow Window, LayerSize Groups, NameArgument Activation) : DeclaredLayer(Place)
{
    public override NameArgument Ending => Activation;
}
