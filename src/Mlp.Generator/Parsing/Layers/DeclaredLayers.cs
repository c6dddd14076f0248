using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>The attributes of layers on a type.</summary>
/// <param name="Items">The layers in the order of their attributes.</param>
/// <param name="Apart">Which attributes are in another part of the type than the others; C# gives them no order. Counted on behind the layers.</param>
/// <param name="AreBound">Whether the compiler bound all of them; if not, it says why, and no network comes of them.</param>
internal sealed record DeclaredLayers(EquatableArray<DeclaredLayer> Items, int Apart, bool AreBound);
