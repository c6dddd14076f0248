using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Emission;

/// <summary>The public members say of each reference whether it may be null, whatever the project says of its own.</summary>
public sealed class AnnotationTests
{
    [Theory]
    [InlineData("class Net;", NullableContextOptions.Disable)]
    [InlineData("struct Net;", NullableContextOptions.Disable)]
    [InlineData("record Net;", NullableContextOptions.Enable)]
    [InlineData("class Net<T>;", NullableContextOptions.Enable)]
    public void No_member_is_oblivious(string type, NullableContextOptions nullable)
    {
        GeneratorRun run = GeneratorHarness.Run(
            $"[Mlp.Mlp(4, 3, Output = \"Softmax\", Optimizer = \"Adam\")] public partial {type}", HarnessOptions.Strict with { Nullable = nullable }).AssertClean();
        INamedTypeSymbol network = run.Output.GlobalNamespace.GetTypeMembers("Net").Single();

        IEnumerable<ITypeSymbol> references = network.GetMembers()
            .Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false })
            .SelectMany(TypesOf)
            .Where(type => type.IsReferenceType);

        references.ShouldNotBeEmpty();
        references.ShouldAllBe(reference => reference.NullableAnnotation == NullableAnnotation.NotAnnotated);
    }

    private static IEnumerable<ITypeSymbol> TypesOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType),
        IPropertySymbol property => [property.Type],
        IFieldSymbol field => [field.Type],
        _ => [],
    };
}
