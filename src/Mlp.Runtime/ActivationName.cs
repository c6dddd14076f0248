using System;
using System.Globalization;

namespace Mlp;

/// <summary>An activation as a description names it: <c>Tanh</c>, or with its number <c>LeakyReLU(0.1)</c>.</summary>
/// <param name="Name">A name of <see cref="Activation"/>, or all of the text where that is not written so.</param>
/// <param name="Constant">The number; none where none is written.</param>
internal readonly record struct ActivationName(string Name, float? Constant)
{
    /// <summary>Reads a description's text; the number is written as in every culture.</summary>
    internal static ActivationName Of(string text)
    {
        int open = text.IndexOf('(');
        return open > 0 && text.EndsWith(')')
            && float.TryParse(text.AsSpan(open + 1, text.Length - open - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out float constant)
            ? new ActivationName(text[..open], constant)
            : new ActivationName(text, null);
    }

    /// <summary>Whether it is a name of <see cref="Activation"/>; names compare without case.</summary>
    internal bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
