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

    /// <inheritdoc/>
    protected override string? TitleFor(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Fix, out string? modifier) && modifier is not null ? $"Remove '{modifier}'" : null;

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxToken token = root.FindToken(diagnostic.Location.SourceSpan.Start);
        if (diagnostic.Properties.TryGetValue(FixProperties.Fix, out string? modifier) && token.ValueText == modifier)
        {
            yield return new TextChange(TextSpan.FromBounds(token.SpanStart, EndWithSpace(token)), "");
        }
    }

    /// <summary>The space after a token goes with it; a comment stays.</summary>
    private static int EndWithSpace(SyntaxToken token) =>
        token.TrailingTrivia.FirstOrDefault() is var trivia && trivia.IsKind(SyntaxKind.WhitespaceTrivia) ? trivia.Span.End : token.Span.End;
}
