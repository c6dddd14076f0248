namespace Mlp.Generator.Parsing.Layers;

/// <summary>A dense layer as it is written.</summary>
/// <param name="Size">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Units">The number of outputs.</param>
internal sealed record DeclaredDense(int Size, LayerSize Units) : DeclaredLayer(Size);
