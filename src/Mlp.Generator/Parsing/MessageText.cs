using System.Linq;
using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Parsing;

/// <summary>Makes what the user wrote fit into a message.</summary>
internal static class MessageText
{
    private const int LongestShown = 40;

    public static string Shorten(SyntaxNode node) => Shorten(node.ToString());

    public static string Shorten(string text)
    {
        string shown = text.Length > LongestShown ? text.Substring(0, LongestShown) + "…" : text;
        return new string([.. shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);
    }
}
