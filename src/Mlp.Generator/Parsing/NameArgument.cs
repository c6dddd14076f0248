namespace Mlp.Generator.Parsing;

/// <summary>How a named argument reached the parser.</summary>
internal enum NameArgumentState
{
    Omitted,
    Given,
    Null,
    NotAConstant,
}

/// <summary>One named argument of the attribute: a name out of a list.</summary>
/// <param name="State">Whether there is a name.</param>
/// <param name="Text">The name, or the last identifier of an expression that has no value, or empty.</param>
internal sealed record NameArgument(NameArgumentState State, string Text)
{
    public static NameArgument Omitted { get; } = new(NameArgumentState.Omitted, "");
}
