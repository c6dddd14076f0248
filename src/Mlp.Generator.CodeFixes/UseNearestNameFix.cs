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

/// <summary>Replaces an unknown name by the nearest known one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseNearestNameFix))]
[Shared]
public sealed class UseNearestNameFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnknownName, DiagnosticIds.NameNotConstant, DiagnosticIds.OnnxNoSuchOutput];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        if (PieceOf(root, diagnostic) is { } piece)
        {
            // A comma too much is taken away: what is left is what there is to say.
            string use = ProposalOf(diagnostic) is { Length: > 0 } proposal ? proposal : diagnostic.Properties[FixProperties.Whole] ?? "";
            yield return new TextFix($"Use '{use.Trim()}'", [piece]);
        }
        else if (ProposalOf(diagnostic) is { } name && ArgumentAt(root, diagnostic) is { Expression: var expression })
        {
            TextChange change = expression is MemberAccessExpressionSyntax access && IsClassOfNames(access.Expression)
                ? new TextChange(access.Name.Span, name)
                : new TextChange(expression.Span, SymbolDisplay.FormatLiteral(name, quote: true));
            yield return new TextFix($"Use '{name}'", [change]);
        }
    }

    /// <summary>Whether the constant beside it exists: <c>Activation.ReLu</c> becomes <c>Activation.ReLU</c>.</summary>
    private static bool IsClassOfNames(ExpressionSyntax expression) =>
        (expression is MemberAccessExpressionSyntax access ? access.Name : expression)
            is IdentifierNameSyntax { Identifier.ValueText: "Activation" or "Loss" or "Optimizer" or "Initializer" or "MathMode" or "Padding" };
}
