using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Diagnostics;

namespace Mlp.Generator.CodeFixes;

/// <summary>
/// Removes an argument that does not fit, which leaves its default: a loss, a number of an optimizer or of an activation, a null where a name is
/// needed, Frozen without weights, an activation behind an output that has one, Population where it gives no kernels.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgumentFix))]
[Shared]
public sealed class RemoveArgumentFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        DiagnosticIds.LossDoesNotFit,
        DiagnosticIds.ForeignConstant,
        DiagnosticIds.ConstantOutOfRange,
        DiagnosticIds.NameNotConstant,
        DiagnosticIds.FrozenWithoutWeights,
        DiagnosticIds.OnnxOutputActivation,
        DiagnosticIds.PopulationWithoutKernels,
    ];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        if (PieceOf(root, diagnostic) is { } piece)
        {
            yield return new TextFix(ProposalOf(diagnostic) is { Length: > 0 } name ? $"Use '{name}'" : diagnostic.Id == DiagnosticIds.ForeignConstant ? "Remove the constant" : "Use the default", [piece]);
        }
        else if (ArgumentAt(root, diagnostic) is { Parent: AttributeArgumentListSyntax list } argument && TitleFor(diagnostic, argument) is { } title)
        {
            yield return new TextFix(title, [new TextChange(ListElement.SpanWithComma(list.Arguments, argument), "")]);
        }
    }

    /// <summary>What the light bulb says; null where something else may be meant.</summary>
    private static string? TitleFor(Diagnostic diagnostic, AttributeArgumentSyntax argument) => diagnostic.Id switch
    {
        DiagnosticIds.LossDoesNotFit => "Use the canonical loss of the output",
        DiagnosticIds.ConstantOutOfRange => argument.NameEquals is null ? null : "Use the default",
        DiagnosticIds.NameNotConstant => argument.NameEquals is not null && argument.Expression.IsKind(SyntaxKind.NullLiteralExpression) ? "Use the default" : null,
        _ => argument.NameEquals is { Name.Identifier.ValueText: var name } ? $"Remove '{name}'" : null,
    };
}
