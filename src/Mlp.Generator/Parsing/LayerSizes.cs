using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>How the layer sizes reached the parser.</summary>
internal enum LayerSizesState
{
    /// <summary>The compiler bound them.</summary>
    Bound,

    /// <summary>The array is null.</summary>
    Null,

    /// <summary>The compiler could not bind the attribute; the sizes are read from its text, and no network comes of them.</summary>
    Unbound,
}

/// <summary>The layer sizes of a declaration, wrong ones included.</summary>
internal sealed record LayerSizes(LayerSizesState State, EquatableArray<LayerSize> Items)
{
    /// <summary>None, where the layers are in a file.</summary>
    public static LayerSizes None { get; } = new(LayerSizesState.Bound, EquatableArray<LayerSize>.Empty);
}

/// <summary>One layer size.</summary>
/// <param name="Value">The number; null where it is no <see langword="int"/> constant.</param>
/// <param name="Text">What the user wrote, shortened; empty where the number says it all or nothing was written yet.</param>
/// <param name="Whole">The number, where it is one of another type that an <see langword="int"/> can hold.</param>
internal sealed record LayerSize(int? Value, string Text, int? Whole = null);
