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

/// <summary>Gives the one output of a classifier of two classes a sigmoid, and takes away a loss that is for softmax alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSigmoidFix))]
[Shared]
public sealed class UseSigmoidFix : TextChangeFix
{
    private const string Loss = "Loss";
    private const string LossOfSoftmax = "CrossEntropy";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.SoftmaxOfOneOutput];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        if (ProposalOf(diagnostic) is not { } name
            || ArgumentAt(root, diagnostic) is not { Expression: var expression, Parent: AttributeArgumentListSyntax { Arguments: var arguments } })
        {
            yield break;
        }

        TextChange output = expression is MemberAccessExpressionSyntax access
            ? new TextChange(access.Name.Span, name)
            : new TextChange(expression.Span, SymbolDisplay.FormatLiteral(name, quote: true));
        IEnumerable<TextChange> loss = arguments
            .Where(argument => argument.NameEquals?.Name.Identifier.ValueText == Loss && IsOfSoftmax(argument.Expression))
            .Select(argument => new TextChange(ListElement.SpanWithComma(arguments, argument), ""));
        yield return new TextFix($"Use '{name}'", [output, .. loss]);
    }

    private static bool IsOfSoftmax(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => string.Equals(literal.Token.ValueText, LossOfSoftmax, System.StringComparison.OrdinalIgnoreCase),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == LossOfSoftmax,
        _ => false,
    };
}
