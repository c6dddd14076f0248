using System.Collections.Generic;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Reads a dense layer: its number of outputs.</summary>
internal sealed class DenseReader : LayerReader
{
    public override string Kind => "Dense";

    public override DeclaredLayer Read(int size, IReadOnlyList<LayerSize> arguments) => new DeclaredDense(size, arguments[0]);
}
