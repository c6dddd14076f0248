using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Parsing.Layers;

namespace Mlp.Generator.CodeFixes;

/// <summary>Attributes as they are written.</summary>
internal static class AttributeText
{
    private const string Suffix = "Attribute";

    /// <summary>What an attribute is called, without qualification and ending: <c>Dense</c>.</summary>
    public static string NameOf(AttributeSyntax attribute)
    {
        string name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>Whether it is that of a layer, as far as its name says so.</summary>
    public static bool IsLayer(AttributeSyntax attribute) => LayerKinds.ReaderNamed(NameOf(attribute)) is not null;

    /// <summary>What to remove for the source to read as if the attribute had never been there: with its brackets if it is alone in them.</summary>
    public static TextSpan SpanOf(AttributeSyntax attribute) => attribute.Parent switch
    {
        AttributeListSyntax { Attributes.Count: 1 } list => LineOf(list),
        AttributeListSyntax list => ListElement.SpanWithComma(list.Attributes, attribute),
        _ => attribute.Span,
    };

    /// <summary>The list with its indentation and line end where it has the line to itself, and no comment.</summary>
    public static TextSpan LineOf(AttributeListSyntax list)
    {
        SyntaxTriviaList trailing = list.GetTrailingTrivia();
        if (trailing.Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            return list.Span;
        }

        SyntaxTrivia before = list.GetLeadingTrivia().LastOrDefault();
        bool ownsLine = trailing.Any(SyntaxKind.EndOfLineTrivia) && before.IsKind(SyntaxKind.WhitespaceTrivia);
        return TextSpan.FromBounds(ownsLine ? before.SpanStart : list.SpanStart, list.FullSpan.End);
    }
}
