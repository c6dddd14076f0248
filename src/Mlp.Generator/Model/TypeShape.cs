namespace Mlp.Generator.Model;

/// <summary>Everything the emitted part must repeat of the user's type, as plain text.</summary>
/// <param name="Namespace">The full namespace with <c>@</c> where a part is a keyword; empty for the global one.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Name">The type's own name, with <c>@</c> where it is a keyword.</param>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c> or <c>record struct</c>.</param>
/// <param name="TypeParameters">The type's own type parameters in order.</param>
/// <param name="MetadataName">The full metadata name, such as <c>Space.Outer`1+Net</c>: unique in a compilation.</param>
internal sealed record TypeShape(
    string Namespace,
    EquatableArray<ContainingType> Containers,
    string Name,
    string Keyword,
    EquatableArray<string> TypeParameters,
    string MetadataName)
{
    public bool IsRecord => Keyword is "record" or "record struct";

    public bool IsValueType => Keyword is "struct" or "record struct";

    /// <summary>The type as its own code refers to it: <c>Net</c> or <c>Net&lt;T&gt;</c>.</summary>
    public string SelfReference => TypeParameters.Count == 0 ? Name : Name + "<" + string.Join(", ", TypeParameters) + ">";
}
