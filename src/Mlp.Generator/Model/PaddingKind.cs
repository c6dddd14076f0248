namespace Mlp.Generator.Model;

/// <summary>What stands around a sample where a window reaches past it; the names are those of the runtime's <c>Padding</c>.</summary>
internal enum PaddingKind
{
    Valid,
    Same,
    Causal,
}
