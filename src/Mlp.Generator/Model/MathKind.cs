namespace Mlp.Generator.Model;

/// <summary>How exact functions are; the names are the public constants of <c>Mlp.MathMode</c>.</summary>
internal enum MathKind
{
    Default,
    Fast,
}
