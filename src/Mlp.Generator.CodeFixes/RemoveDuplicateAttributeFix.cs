using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
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
        if (AttributeAt(root, diagnostic) is { Parent: AttributeListSyntax } attribute)
        {
            yield return new TextFix("Remove the duplicate attribute", [new TextChange(AttributeText.SpanOf(attribute), "")]);
        }
    }
}
