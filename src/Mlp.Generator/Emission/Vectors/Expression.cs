using System.Globalization;

namespace Mlp.Generator.Emission.Vectors;

/// <summary>A piece of emitted C#, and what must be known of it to make another one of it.</summary>
/// <param name="Text">The C#.</param>
/// <param name="IsOperation">Whether it is an operation outside all parentheses, so that a method can be called on it in parentheses only.</param>
internal readonly record struct Expression(string Text, bool IsOperation = false)
{
    /// <summary>Whether it is a place without an offset.</summary>
    public bool IsZero => Text is "0" or "";

    /// <summary>The expression as an operand.</summary>
    public string Operand => IsOperation ? $"({Text})" : Text;

    /// <summary>A variable, a constant with a name, a call, or what stands in parentheses.</summary>
    public static implicit operator Expression(string text) => new(text);

    /// <summary>A number.</summary>
    public static Expression Int(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An operation outside all parentheses.</summary>
    public static Expression Operation(string text) => new(text, IsOperation: true);

    /// <summary>The C#.</summary>
    public override string ToString() => Text;
}
