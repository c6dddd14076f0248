namespace Mlp.Generator.Parsing.Layers;

/// <summary>One layer as it is written, wrong ones included. Plain values, equal by value; a kind is a record of its own.</summary>
/// <param name="Place">Where it is written, by which diagnostics find it.</param>
internal abstract record DeclaredLayer(LayerPlace Place)
{
    /// <summary>The activation that it says it ends in; null for a kind that ends in none.</summary>
    public virtual NameArgument? Ending => null;
}
