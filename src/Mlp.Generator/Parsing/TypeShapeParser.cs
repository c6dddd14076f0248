using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Reads how the emitted part must repeat the user's type.</summary>
internal static class TypeShapeParser
{
    /// <summary>The shape, or null while the type, a type around it or its namespace has no name yet.</summary>
    public static TypeShape? Parse(INamedTypeSymbol type)
    {
        List<INamedTypeSymbol> containers = [.. ContainersOf(type)];
        List<string> namespaces = [.. NamespacesOf(type)];
        if (type.Name.Length == 0 || containers.Any(container => container.Name.Length == 0) || namespaces.Any(name => name.Length == 0))
        {
            return null;
        }

        containers.Reverse();
        namespaces.Reverse();
        return new TypeShape(
            string.Join(".", namespaces.Select(Escape)),
            containers.Select(container => new ContainingType(KeywordOf(container), NameWithTypeParameters(container))).ToEquatableArray(),
            Escape(type.Name),
            KeywordOf(type),
            type.TypeParameters.Select(parameter => Escape(parameter.Name)).ToEquatableArray(),
            string.Join(".", namespaces.Append(string.Join("+", containers.Append(type).Select(level => level.MetadataName)))));
    }

    /// <summary>The types around a type, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainersOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    private static IEnumerable<string> NamespacesOf(INamedTypeSymbol type)
    {
        for (INamespaceSymbol? space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            yield return space.Name;
        }
    }

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static string NameWithTypeParameters(INamedTypeSymbol type) =>
        type.TypeParameters.IsEmpty
            ? Escape(type.Name)
            : Escape(type.Name) + "<" + string.Join(", ", type.TypeParameters.Select(VarianceAndName)) + ">";

    /// <summary>All parts of an interface must agree on the variance of its type parameters.</summary>
    private static string VarianceAndName(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in " + Escape(parameter.Name),
        VarianceKind.Out => "out " + Escape(parameter.Name),
        _ => Escape(parameter.Name),
    };

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;
}
