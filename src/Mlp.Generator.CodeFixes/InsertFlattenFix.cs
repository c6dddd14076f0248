using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Diagnostics;

namespace Mlp.Generator.CodeFixes;

/// <summary>Writes the Flatten that a dense layer implies, before it, and qualified as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertFlattenFix))]
[Shared]
public sealed class InsertFlattenFix : TextChangeFix
{
    private const string Flatten = "Flatten";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.ImpliedFlatten];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        if (AttributeAt(root, diagnostic) is not { } dense)
        {
            yield break;
        }

        string name = dense.Name switch
        {
            QualifiedNameSyntax qualified => $"{qualified.Left}.{Flatten}",
            AliasQualifiedNameSyntax alias => $"{alias.Alias}::{Flatten}",
            _ => Flatten,
        };
        yield return new TextFix("Insert 'Flatten'", [new TextChange(new TextSpan(dense.SpanStart, 0), name + ", ")]);
    }
}
