using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Diagnostics;

namespace Mlp.Generator.CodeFixes;

/// <summary>Removes an attribute that is there a second time, and its brackets if it is alone in them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDuplicateAttributeFix))]
[Shared]
public sealed class RemoveDuplicateAttributeFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.DuplicateAttribute];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        AttributeSyntax? attribute = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<AttributeSyntax>();
        if (attribute?.Parent is AttributeListSyntax list)
        {
            TextSpan removed = list.Attributes.Count == 1 ? LineOf(list) : ListElement.SpanWithComma(list.Attributes, attribute);
            yield return new TextFix("Remove the duplicate attribute", [new TextChange(removed, "")]);
        }
    }

    /// <summary>The list with its indentation and line end where it has the line to itself, and no comment.</summary>
    private static TextSpan LineOf(AttributeListSyntax list)
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
