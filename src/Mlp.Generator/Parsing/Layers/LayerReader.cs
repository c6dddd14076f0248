namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads one kind of layer: the arguments of an attribute → plain values. It judges nothing.</summary>
internal abstract class LayerReader
{
    /// <summary>The name of the kind, which is that of its attribute: <c>Dense</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The layer.</summary>
    /// <param name="place">Where it is written.</param>
    /// <param name="arguments">Its arguments.</param>
    public abstract DeclaredLayer Read(LayerPlace place, LayerArguments arguments);
}
