using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Parsing;

namespace Mlp.Generator.Analyzers;

/// <summary>
/// Finds a type that takes the name of this library's namespace. The compiler then calls the attribute a class that is none
/// (CS0616), and there is no declaration to judge.
/// </summary>
internal static class HiddenNamespace
{
    private const string Name = "Mlp";

    /// <summary>The complaint, where a source means the namespace and gets the type; null where there is none.</summary>
    public static Diagnostic? Find(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.Assembly.GlobalNamespace.GetTypeMembers(Name, 0).FirstOrDefault() is { } type
        && compilation.GetTypeByMetadataName(AttributeReader.MetadataName) is not null
        && compilation.SyntaxTrees.Any(tree => MeansNamespace(tree, cancellationToken))
            ? Diagnostic.Create(Descriptors.Of(DiagnosticIds.HiddenNamespace), type.Locations.FirstOrDefault(place => place.IsInSource))
            : null;

    /// <summary>Whether a type may be the one that hides it.</summary>
    public static bool IsBy(ISymbol symbol) => symbol is INamedTypeSymbol { Name: Name, Arity: 0, ContainingType: null, ContainingNamespace.IsGlobalNamespace: true };

    private static bool MeansNamespace(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or AttributeListSyntax)
            .Any(static node => node switch
            {
                UsingDirectiveSyntax directive => IsOfNamespace(directive.Name),
                AttributeSyntax attribute => IsOfNamespace(attribute.Name) || attribute.Name is IdentifierNameSyntax { Identifier.ValueText: "MlpAttribute" },
                _ => false,
            });

    private static bool IsOfNamespace(NameSyntax? name)
    {
        string text = name?.ToString() ?? "";
        text = text.StartsWith("global::", StringComparison.Ordinal) ? text.Substring("global::".Length) : text;
        return text == Name || text.StartsWith(Name + ".", StringComparison.Ordinal);
    }
}
