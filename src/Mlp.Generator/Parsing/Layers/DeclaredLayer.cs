namespace Mlp.Generator.Parsing.Layers;

/// <summary>One layer as it is written, wrong ones included. Plain values, equal by value; a kind is a record of its own.</summary>
/// <param name="Size">The layer's number among the sizes of the attribute, by which diagnostics find it.</param>
internal abstract record DeclaredLayer(int Size);
