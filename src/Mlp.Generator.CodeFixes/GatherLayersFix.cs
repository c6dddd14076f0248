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

/// <summary>Moves the layers of all parts of a type that are in the document to the part that has the network's, in the order of the document.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GatherLayersFix))]
[Shared]
public sealed class GatherLayersFix : TextChangeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.LayersInSeveralParts];

    private protected override IEnumerable<TextFix> FixesFor(SyntaxNode root, Diagnostic diagnostic)
    {
        if (AttributeAt(root, diagnostic) is { } layer && TypeParts.Of(layer) is var parts && TypeParts.NetworkOf(parts) is { } network)
        {
            yield return new TextFix("Move the layers together", ChangesOf(parts, network));
        }
    }

    /// <summary>The same for each diagnostic of a type, so that all of them together are these.</summary>
    private static IEnumerable<TextChange> ChangesOf(IReadOnlyList<TypeDeclarationSyntax> parts, AttributeSyntax network)
    {
        TypeDeclarationSyntax[] layered = [.. parts.Where(part => LayersOf(part).Any())];
        if (layered.Length < 2)
        {
            yield break;
        }

        TypeDeclarationSyntax goal = layered.Contains(network.FirstAncestorOrSelf<TypeDeclarationSyntax>()) ? network.FirstAncestorOrSelf<TypeDeclarationSyntax>()! : layered[0];
        AttributeSyntax[] there = [.. LayersOf(goal)];
        AttributeSyntax[] before = [.. layered.Where(part => part.SpanStart < goal.SpanStart).SelectMany(LayersOf)];
        AttributeSyntax[] after = [.. layered.Where(part => part.SpanStart > goal.SpanStart).SelectMany(LayersOf)];
        foreach (AttributeListSyntax list in before.Concat(after).Select(layer => layer.Parent).OfType<AttributeListSyntax>().Distinct())
        {
            AttributeSyntax[] rest = [.. list.Attributes.Where(attribute => !AttributeText.IsLayer(attribute))];
            yield return rest.Length == 0
                ? new TextChange(AttributeText.LineOf(list), "")
                : new TextChange(TextSpan.FromBounds(list.Attributes[0].SpanStart, list.Attributes.Last().Span.End), string.Join(", ", rest.Select(attribute => attribute.ToString())));
        }

        yield return new TextChange(new TextSpan(there[0].SpanStart, 0), string.Concat(before.Select(layer => layer + ", ")));
        yield return new TextChange(new TextSpan(there.Last().Span.End, 0), string.Concat(after.Select(layer => ", " + layer)));
    }

    private static IEnumerable<AttributeSyntax> LayersOf(TypeDeclarationSyntax part) => TypeParts.AttributesOf(part).Where(AttributeText.IsLayer);
}
