using Mlp.Generator.Model;

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

/// <summary>How a convolution or a pool goes over a sample, as it is written.</summary>
/// <param name="Kernel">One number for all axes, or one for each.</param>
/// <param name="FirstArgument">Which positional argument the first of them is.</param>
/// <param name="Stride">How far it moves; 0 for the length of a pool's window.</param>
/// <param name="Dilation">How far apart taps are.</param>
/// <param name="Padding">What stands around the sample.</param>
internal sealed record DeclaredWindow(EquatableArray<LayerSize> Kernel, int FirstArgument, LayerSize Stride, LayerSize Dilation, NameArgument Padding);
