using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the annotated type: its shape, and what may be wrong with it.</summary>
internal static class DeclaredTypeParser
{
    /// <summary>The type, or null while it has no name yet.</summary>
    public static DeclaredType? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (TypeShapeParser.Parse(type) is not { } shape)
        {
            return null;
        }

        DeclaredConstructors constructors = DeclaredConstructorsParser.Parse(type, cancellationToken);
        return new DeclaredType(
            shape,
            LevelsOf(type, cancellationToken).ToEquatableArray(),
            type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "StructLayoutAttribute" }),
            constructors,
            EmittedPart.UserParts(type, cancellationToken).Any(IsDocumented),
            !constructors.Any && BaseNeedsArguments(type, compilation),
            DeclaredMembersParser.Parse(type, cancellationToken).ToEquatableArray());
    }

    /// <summary>Also where the compiler takes doc comments for ordinary ones, so that a build emits what the editor shows.</summary>
    private static bool IsDocumented(TypeDeclarationSyntax part) => part.GetLeadingTrivia().Any(trivia => trivia.Kind() switch
    {
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => true,
        SyntaxKind.SingleLineCommentTrivia => trivia.ToString() is var text && text.StartsWith("///", StringComparison.Ordinal) && !text.StartsWith("////", StringComparison.Ordinal),
        SyntaxKind.MultiLineCommentTrivia => trivia.ToString() is { Length: > 4 } text && text.StartsWith("/**", StringComparison.Ordinal) && text[3] != '*',
        _ => false,
    });

    private static IEnumerable<DeclaredLevel> LevelsOf(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        TypeShapeParser.ContainersOf(type).Prepend(type).Select(level =>
            new DeclaredLevel(level.Name, IsPartial(level, cancellationToken), ModifiersOf(level)));

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        List<TypeDeclarationSyntax> parts = [.. EmittedPart.UserParts(type, cancellationToken)];
        return parts.Count > 0 && parts.TrueForAll(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));
    }

    private static ForbiddenModifiers ModifiersOf(INamedTypeSymbol type) =>
        (type.IsStatic ? ForbiddenModifiers.Static : 0)
        | (type.IsAbstract ? ForbiddenModifiers.Abstract : 0)
        | (type.IsRefLikeType ? ForbiddenModifiers.Ref : 0)
        | (type.IsReadOnly ? ForbiddenModifiers.ReadOnly : 0)
        | (type.IsFileLocal ? ForbiddenModifiers.File : 0);

    private static bool BaseNeedsArguments(INamedTypeSymbol type, Compilation compilation) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false, BaseType: { TypeKind: TypeKind.Class, SpecialType: not SpecialType.System_Object } parent }
        && !parent.InstanceConstructors.Any(constructor =>
            DeclaredConstructorsParser.WantsNoArguments(constructor) && compilation.IsSymbolAccessibleWithin(constructor, type));
}
