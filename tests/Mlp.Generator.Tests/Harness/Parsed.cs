using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Source text → what the parser and the validator make of its one network.</summary>
internal static class Parsed
{
    public static MlpDeclaration? Declaration(CSharpCompilation compilation) =>
        compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Select(type => DeclarationParser.Parse(type, compilation, CancellationToken.None))
            .SingleOrDefault(declaration => declaration is not null);

    public static ValidationResult? Validation(params string[] sources) =>
        Declaration(Compiling.Compile(sources)) is { } declaration
            ? DeclarationValidator.Validate(declaration, WeightFiles.Read, CancellationToken.None)
            : null;

    /// <summary>The network of sources that must be valid; what allows emission, such as a softmax of one output, is no matter.</summary>
    public static NetworkModel Network(params string[] sources)
    {
        ValidationResult result = Validation(sources).ShouldNotBeNull();
        result.Issues.Where(issue => !issue.AllowsEmission).ShouldBeEmpty();
        return result.Model.ShouldNotBeNull();
    }
}
