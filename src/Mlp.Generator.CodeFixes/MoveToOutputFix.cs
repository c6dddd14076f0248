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

/// <summary>Makes an activation that is for the output alone the output's; where the output has one, where it is one of several, or where it is one layer's, the default takes its place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToOutputFix))]
[Shared]
public sealed class MoveToOutputFix : TextChangeFix
{
    private const string Output = "Output";

    private const string Hidden = "Hidden";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.OutputOnlyActivation];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        if (PieceOf(root, diagnostic) is { } piece)
        {
            yield return new TextFix("Use the default", [piece], "default");
            yield break;
        }

        if (ArgumentAt(root, diagnostic) is not { Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list } argument)
        {
            yield break;
        }

        if (argument.NameEquals is not { Name: { Identifier.ValueText: Hidden } name })
        {
            // A layer before the last cannot be the output, and what it would hand on to it is not this.
            yield return new TextFix(argument.NameEquals is null ? "Remove the layer" : "Use the default", [new TextChange(ActivationOfLastLayerFix.WithoutArgument(argument, attribute), "")], "default");
            yield break;
        }

        yield return list.Arguments.Any(other => other.NameEquals?.Name.Identifier.ValueText == Output)
            ? new TextFix("Use the default", [new TextChange(ListElement.SpanWithComma(list.Arguments, argument), "")], "default")
            : new TextFix("Make it the activation of the output", [new TextChange(name.Span, Output)]);
    }
}
