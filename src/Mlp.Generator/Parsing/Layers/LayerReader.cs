using System.Collections.Generic;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads one kind of layer: numbers of an attribute → plain values. It judges nothing.</summary>
internal abstract class LayerReader
{
    /// <summary>The name of the kind: <c>Dense</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The layer.</summary>
    /// <param name="size">Its number among the sizes of the attribute.</param>
    /// <param name="arguments">Its numbers, in their order.</param>
    public abstract DeclaredLayer Read(int size, IReadOnlyList<LayerSize> arguments);
}
