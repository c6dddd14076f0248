using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Diagnostics;

namespace Mlp.Generator.CodeFixes;

/// <summary>Makes an int of a layer size that is a whole number of another type: of a literal its digits, of all else a cast.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseIntFix))]
[Shared]
public sealed class UseIntFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.LayerSizeNotConstant];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        if (ProposalOf(diagnostic) is not { } digits
            || root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(node => node.Span == span) is not { } size)
        {
            yield break;
        }

        string text = size switch
        {
            LiteralExpressionSyntax => digits,
            NameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax => $"(int){size}",
            _ => $"(int)({size})",
        };
        yield return new TextFix($"Use '{text}'", [new TextChange(span, text)]);
    }
}
