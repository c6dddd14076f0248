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

/// <summary>Makes the activation of the last layer the output's; where the output has one, or cannot have that one, the layer's goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivationOfLastLayerFix))]
[Shared]
public sealed class ActivationOfLastLayerFix : TextChangeFix
{
    private const string Output = "Output";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.ActivationOfLastLayer];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        if (ArgumentAt(root, diagnostic) is not { Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax layer } } argument
            || TypeParts.NetworkOf(TypeParts.Of(layer)) is not { ArgumentList.Arguments: { Count: > 0 } arguments })
        {
            yield break;
        }

        var removed = new TextChange(WithoutArgument(argument, layer), "");
        yield return arguments.Any(other => other.NameEquals?.Name.Identifier.ValueText == Output) || ProposalOf(diagnostic) is null
            ? new TextFix("Leave it to the output", [removed], "leave")
            : new TextFix("Make it the activation of the output", [removed, new TextChange(new TextSpan(arguments.Last().Span.End, 0), $", {Output} = {argument.Expression}")]);
    }

    /// <summary>A layer that is an activation goes with it.</summary>
    internal static TextSpan WithoutArgument(AttributeArgumentSyntax argument, AttributeSyntax layer) =>
        argument is { NameEquals: not null, Parent: AttributeArgumentListSyntax list } ? ListElement.SpanWithComma(list.Arguments, argument) : AttributeText.SpanOf(layer);
}
