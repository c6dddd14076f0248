using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlp.Generator.CodeFixes;

/// <summary>The parts of a type in one document, with the attributes of each.</summary>
internal static class TypeParts
{
    private const string Network = "Network";

    /// <summary>The parts of the type that an attribute is on, in the order of the document.</summary>
    public static IReadOnlyList<TypeDeclarationSyntax> Of(AttributeSyntax attribute)
    {
        if (attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return [];
        }

        string name = NameOf(type);
        return [.. type.SyntaxTree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Where(part => part.Identifier.ValueText == type.Identifier.ValueText && NameOf(part) == name)];
    }

    /// <summary>The attributes of a part.</summary>
    public static IEnumerable<AttributeSyntax> AttributesOf(TypeDeclarationSyntax part) => part.AttributeLists.SelectMany(list => list.Attributes);

    /// <summary>The attribute that makes a network of layers of the type; null where none is in the document.</summary>
    public static AttributeSyntax? NetworkOf(IEnumerable<TypeDeclarationSyntax> parts) =>
        parts.SelectMany(AttributesOf).FirstOrDefault(attribute => AttributeText.NameOf(attribute) == Network);

    /// <summary>With what stands around it, which tells types of one name apart.</summary>
    private static string NameOf(TypeDeclarationSyntax type) => string.Join(".", type.AncestorsAndSelf().Select(node => node switch
    {
        TypeDeclarationSyntax level => $"{level.Identifier.ValueText}`{level.TypeParameterList?.Parameters.Count ?? 0}",
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        _ => "",
    }));
}
