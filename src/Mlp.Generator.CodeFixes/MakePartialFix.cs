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

/// <summary>Adds <c>partial</c> to a type and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.NotPartial];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        IEnumerable<TypeDeclarationSyntax> types = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?
            .AncestorsAndSelf()
            .OfType<TypeDeclarationSyntax>()
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            ?? [];
        yield return new TextFix("Make partial", types.Select(type => new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial ")));
    }
}
