namespace Mlp.Generator.Model;

/// <summary>A type around the user's type: its keyword and its name with type parameters.</summary>
internal sealed record ContainingType(string Keyword, string NameWithTypeParameters);
