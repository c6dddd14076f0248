using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Diagnostics;

namespace Mlp.Generator.CodeFixes;

/// <summary>Removes a modifier that a network cannot have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveModifierFix))]
[Shared]
public sealed class RemoveModifierFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.ForbiddenModifier];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxToken token = root.FindToken(diagnostic.Location.SourceSpan.Start);
        if (ProposalOf(diagnostic) is { } modifier && token.ValueText == modifier)
        {
            yield return new TextFix($"Remove '{modifier}'", [new TextChange(TextSpan.FromBounds(token.SpanStart, EndWithSpace(token)), "")]);
        }
    }

    /// <summary>The space after a token goes with it; a comment stays.</summary>
    private static int EndWithSpace(SyntaxToken token) =>
        token.TrailingTrivia.FirstOrDefault() is var trivia && trivia.IsKind(SyntaxKind.WhitespaceTrivia) ? trivia.Span.End : token.Span.End;
}
