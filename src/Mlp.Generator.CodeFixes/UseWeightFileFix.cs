using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Diagnostics;

namespace Mlp.Generator.CodeFixes;

/// <summary>Names a weight file of the project: one with nearly the name that was written, or one of several that end with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseWeightFileFix))]
[Shared]
public sealed class UseWeightFileFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.WeightsNotFound, DiagnosticIds.WeightsAmbiguous];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        if (ProposalOf(diagnostic) is not { } files || ArgumentAt(root, diagnostic) is not { Expression: var expression })
        {
            yield break;
        }

        foreach (string file in files.Split(FixProperties.Separator))
        {
            yield return new TextFix($"Use '{file}'", [new TextChange(expression.Span, SymbolDisplay.FormatLiteral(file, quote: true))], file);
        }
    }
}
