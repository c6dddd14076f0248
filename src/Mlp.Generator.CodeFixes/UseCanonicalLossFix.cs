using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Diagnostics;

namespace Mlp.Generator.CodeFixes;

/// <summary>Removes a loss that does not fit, which leaves the canonical one of the output.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseCanonicalLossFix))]
[Shared]
public sealed class UseCanonicalLossFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.LossDoesNotFit];

    /// <inheritdoc/>
    protected override string? TitleFor(Diagnostic diagnostic) => "Use the canonical loss of the output";

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode found = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (found.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent: AttributeArgumentListSyntax list } argument)
        {
            yield return new TextChange(ListElement.SpanWithComma(list.Arguments, argument), "");
        }
    }
}
