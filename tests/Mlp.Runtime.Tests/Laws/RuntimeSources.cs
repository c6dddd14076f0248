using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlp.Runtime.Tests.Laws;

/// <summary>The sources of the runtime, compiled, so that what a name means is known and not guessed.</summary>
internal static class RuntimeSources
{
    private static readonly Lazy<CSharpCompilation> Compiled = new(Compile);

    /// <summary>The runtime, from its sources.</summary>
    internal static CSharpCompilation Compilation => Compiled.Value;

    /// <summary>The public types, nested ones too where a user sees them.</summary>
    internal static IEnumerable<INamedTypeSymbol> PublicTypes => Types(Compilation.Assembly.GlobalNamespace)
        .Where(type => type.DeclaredAccessibility == Accessibility.Public && type.ContainingType is not { DeclaredAccessibility: not Accessibility.Public });

    /// <summary>The room of a type of the runtime: its folder, with slashes.</summary>
    internal static string RoomOf(INamedTypeSymbol type) => RoomOf(type.OriginalDefinition.DeclaringSyntaxReferences[0].SyntaxTree);

    /// <summary>Every place where a room names another. What only a doc comment names is no dependency.</summary>
    internal static IEnumerable<RoomReference> References()
    {
        foreach (SyntaxTree tree in Compilation.SyntaxTrees)
        {
            SemanticModel model = Compilation.GetSemanticModel(tree);
            string from = RoomOf(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            {
                ISymbol? symbol = node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax ? model.GetSymbolInfo(node).Symbol : null;
                foreach (INamedTypeSymbol type in Named(symbol))
                {
                    string to = RoomOf(type);
                    if (to != from)
                    {
                        yield return new RoomReference(from, to, tree.FilePath, type.Name);
                    }
                }
            }
        }
    }

    // Of a member the type that has it, and the type that it gives: `var` and calls in a row name no type and depend on it all the same.
    private static IEnumerable<INamedTypeSymbol> Named(ISymbol? symbol)
    {
        ITypeSymbol?[] types = symbol switch
        {
            INamedTypeSymbol type => [type],
            IMethodSymbol method => [method.ContainingType, method.ReturnType],
            IPropertySymbol property => [property.ContainingType, property.Type],
            IFieldSymbol field => [field.ContainingType, field.Type],
            ILocalSymbol local => [local.Type],
            _ => [],
        };
        return types.OfType<INamedTypeSymbol>().Where(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, Compilation.Assembly));
    }

    /// <summary>The room of a file: its folder.</summary>
    internal static string RoomOf(SyntaxTree tree) => Path.GetDirectoryName(tree.FilePath)!.Replace('\\', '/');

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));

    private static CSharpCompilation Compile()
    {
        // The language of the sources is newer than this compiler calls finished.
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse);
        IEnumerable<SyntaxTree> trees = Repository.Sources("src", "Mlp.Runtime")
            .Select(source => CSharpSyntaxTree.ParseText(source.Value, options, source.Key));
        IEnumerable<MetadataReference> framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Mlp.Runtime", trees, framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
