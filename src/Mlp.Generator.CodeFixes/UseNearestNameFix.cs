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
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnknownName, DiagnosticIds.NameNotConstant];

    /// <inheritdoc/>
    protected override string? TitleFor(Diagnostic diagnostic) => NameFor(diagnostic) is { } name ? $"Use '{name}'" : null;

    /// <inheritdoc/>
    protected override IEnumerable<TextChange> ChangesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode found = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (NameFor(diagnostic) is { } name && found.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Expression: var expression })
        {
            yield return expression is MemberAccessExpressionSyntax access && IsClassOfNames(access.Expression)
                ? new TextChange(access.Name.Span, name)
                : new TextChange(expression.Span, SymbolDisplay.FormatLiteral(name, quote: true));
        }
    }

    private static string? NameFor(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Fix, out string? name) ? name : null;

    /// <summary>Whether the constant beside it exists: <c>Activation.ReLu</c> becomes <c>Activation.ReLU</c>.</summary>
    private static bool IsClassOfNames(ExpressionSyntax expression) =>
        (expression is MemberAccessExpressionSyntax access ? access.Name : expression)
            is IdentifierNameSyntax { Identifier.ValueText: "Activation" or "Loss" or "Optimizer" or "Initializer" };
}
