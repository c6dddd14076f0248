namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads a convolution: filters and kernel, and what it names.</summary>
internal sealed class ConvReader : LayerReader
{
    public override string Kind => "Conv";

    public override DeclaredLayer Read(LayerPlace place, LayerArguments arguments) =>
        new DeclaredConv(place, arguments.SizeAt(0), arguments.Window(firstArgument: 1, usualStride: 1), arguments.Option("Groups", 1), arguments.Activation);
}
