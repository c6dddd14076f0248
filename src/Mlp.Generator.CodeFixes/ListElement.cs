using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mlp.Generator.CodeFixes;

/// <summary>An element of a list written with commas.</summary>
internal static class ListElement
{
    /// <summary>What to remove for the list to read as if the element had never been there.</summary>
    public static TextSpan SpanWithComma<TNode>(SeparatedSyntaxList<TNode> list, TNode element)
        where TNode : SyntaxNode
    {
        int index = list.IndexOf(element);
        if (index > 0)
        {
            return TextSpan.FromBounds(list.GetSeparator(index - 1).SpanStart, element.Span.End);
        }

        return list.SeparatorCount > 0 ? TextSpan.FromBounds(element.SpanStart, list.GetSeparator(0).FullSpan.End) : element.Span;
    }
}
