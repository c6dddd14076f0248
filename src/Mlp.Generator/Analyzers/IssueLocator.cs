using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlp.Generator.Parsing;

namespace Mlp.Generator.Analyzers;

/// <summary>Finds in the source what an issue points at.</summary>
internal static class IssueLocator
{
    public static Location Locate(IssueTarget target, INamedTypeSymbol type, CancellationToken cancellationToken) => target.Kind switch
    {
        IssueTargetKind.LayerSize => LayerSize(type, target.Index, cancellationToken),
        IssueTargetKind.NamedArgument => NamedArgument(type, target, cancellationToken),
        IssueTargetKind.Layer or IssueTargetKind.LayerArgument or IssueTargetKind.LayerOption => Layer(type, target, cancellationToken),
        IssueTargetKind.NonPartialType => NonPartialType(type, target.Index, cancellationToken),
        IssueTargetKind.Modifier => Modifier(type, target.Index, target.Name, cancellationToken),
        IssueTargetKind.Member => InSource(type.GetMembers(target.Name).ElementAtOrDefault(target.Index)) ?? TypeName(type, cancellationToken),
        IssueTargetKind.TypeParameter => InSource(type.TypeParameters.ElementAtOrDefault(target.Index)) ?? TypeName(type, cancellationToken),
        IssueTargetKind.TypeName => TypeName(type, cancellationToken),
        _ => Attribute(type, target.Index, cancellationToken),
    };

    private static AttributeSyntax? AttributeSyntaxOf(INamedTypeSymbol type, int index, CancellationToken cancellationToken)
    {
        ImmutableArray<AttributeData> attributes = AttributeReader.AttributesOf(type);
        return index < attributes.Length ? AttributeReader.SyntaxOf(attributes[index], cancellationToken) : null;
    }

    private static Location Attribute(INamedTypeSymbol type, int index, CancellationToken cancellationToken) =>
        AttributeSyntaxOf(type, index, cancellationToken)?.GetLocation() ?? type.Locations.FirstOrDefault() ?? Location.None;

    private static Location LayerSize(INamedTypeSymbol type, int index, CancellationToken cancellationToken) =>
        Visible(AttributeReader.AttributesOf(type).Select(attribute => AttributeReader.SizeExpressions(attribute, cancellationToken)).FirstOrDefault()?.ElementAtOrDefault(index))
        ?? Attribute(type, 0, cancellationToken);

    private static Location NamedArgument(INamedTypeSymbol type, IssueTarget target, CancellationToken cancellationToken)
    {
        AttributeArgumentSyntax? argument = AttributeReader.NamedArgument(AttributeSyntaxOf(type, 0, cancellationToken), target.Name);
        return Piece(argument?.Expression, target) ?? Visible(argument) ?? Attribute(type, 0, cancellationToken);
    }

    /// <summary>The attribute of a layer, or an argument of it.</summary>
    private static Location Layer(INamedTypeSymbol type, IssueTarget target, CancellationToken cancellationToken)
    {
        if (AttributeReader.AllLayersOf(type, cancellationToken).ElementAtOrDefault(target.Index) is not { } layer)
        {
            return Attribute(type, 0, cancellationToken);
        }

        ExpressionSyntax? argument = target.Kind switch
        {
            IssueTargetKind.LayerArgument => AttributeReader.PositionalExpressions(layer, cancellationToken).ElementAtOrDefault(target.Place),
            IssueTargetKind.LayerOption => AttributeReader.NamedArgument(AttributeReader.SyntaxOf(layer, cancellationToken), target.Name)?.Expression,
            _ => null,
        };
        return Piece(argument, target) ?? Visible(AttributeReader.SyntaxOf(layer, cancellationToken)) ?? Attribute(type, 0, cancellationToken);
    }

    /// <summary>The piece of an argument's text, or all of it.</summary>
    private static Location? Piece(ExpressionSyntax? argument, IssueTarget target) =>
        target.Piece is { } piece && argument is not null && LiteralText.Find(argument, piece) is { } span
            ? Location.Create(argument.SyntaxTree, span)
            : Visible(argument);

    private static Location NonPartialType(INamedTypeSymbol type, int level, CancellationToken cancellationToken) =>
        PartsAt(type, level, cancellationToken)
            .FirstOrDefault(part => !part.Modifiers.Any(SyntaxKind.PartialKeyword))?.Identifier.GetLocation()
        ?? TypeName(type, cancellationToken);

    private static Location Modifier(INamedTypeSymbol type, int level, string modifier, CancellationToken cancellationToken)
    {
        foreach (TypeDeclarationSyntax part in PartsAt(type, level, cancellationToken))
        {
            foreach (SyntaxToken token in part.Modifiers)
            {
                if (token.ValueText == modifier)
                {
                    return token.GetLocation();
                }
            }
        }

        return TypeName(type, cancellationToken);
    }

    /// <summary>The name in the part that carries the attribute.</summary>
    private static Location TypeName(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        AttributeSyntaxOf(type, 0, cancellationToken)?.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation()
        ?? Attribute(type, 0, cancellationToken);

    private static IEnumerable<TypeDeclarationSyntax> PartsAt(INamedTypeSymbol type, int level, CancellationToken cancellationToken) =>
        TypeShapeParser.ContainersOf(type).Prepend(type).ElementAtOrDefault(level) is { } symbol
            ? EmittedPart.UserParts(symbol, cancellationToken)
            : [];

    private static Location? InSource(ISymbol? symbol) => symbol?.Locations.FirstOrDefault(location => location.IsInSource);

    private static Location? Visible(SyntaxNode? node) => node is { Span.IsEmpty: false } ? node.GetLocation() : null;
}
