using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Diagnostics;

namespace Mlp.Generator.CodeFixes;

/// <summary>Removes an argument that does not fit: a loss, which leaves the canonical one of the output, or another optimizer's number.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgumentFix))]
[Shared]
public sealed class RemoveArgumentFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.LossDoesNotFit, DiagnosticIds.ForeignConstant];

    /// <inheritdoc/>
    protected override string? TitleFor(Diagnostic diagnostic) => diagnostic.Id == DiagnosticIds.LossDoesNotFit
        ? "Use the canonical loss of the output"
        : "Remove the argument";

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
