namespace Mlp;

/// <summary>A dense layer: h = g(W x + b), every input joined to every output [Lu 1-2]. What arrives may have any shape; its values are taken one after another.</summary>
/// <param name="units">The number of outputs, 1 or more.</param>
public sealed class DenseAttribute(int units) : LayerAttribute
{
    /// <summary>The number of outputs.</summary>
    public int Units { get; } = units;

    /// <summary>
    /// g: a name of <see cref="Mlp.Activation"/>, compared without case, with its number where it has one. <see langword="null"/>, the default, is
    /// <see cref="NetworkAttribute.Hidden"/>, and in the last layer <see cref="NetworkDeclarationAttribute.Output"/>.
    /// </summary>
    public string? Activation { get; set; }
}
