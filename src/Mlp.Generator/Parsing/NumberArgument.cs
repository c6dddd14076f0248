namespace Mlp.Generator.Parsing;

/// <summary>One named argument of the attribute that is a number.</summary>
/// <param name="Name">The argument.</param>
/// <param name="Value">Its value.</param>
internal sealed record NumberArgument(string Name, double Value);
