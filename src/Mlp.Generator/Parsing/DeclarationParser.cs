using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Onnx;

namespace Mlp.Generator.Parsing;

/// <summary>Attribute + symbol → declaration: the last place before judgement that sees the compiler's own types.</summary>
internal static class DeclarationParser
{
    private const string WidestVector = "System.Runtime.Intrinsics.Vector512";

    /// <summary>The declaration; null where the attribute is not on the type, or the type has no name yet.</summary>
    public static MlpDeclaration? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ImmutableArray<AttributeData> attributes = AttributeReader.AttributesOf(type);
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            || attributes.IsEmpty
            || DeclaredTypeParser.Parse(type, compilation, cancellationToken) is not { } declaredType)
        {
            return null;
        }

        OnnxReference? onnx = AttributeReader.IsOnnx(attributes[0]) ? OnnxReference.Of(attributes[0], cancellationToken) : null;
        return new MlpDeclaration(
            declaredType,
            onnx is null ? LayerSizesParser.Parse(attributes[0], compilation, cancellationToken) : LayerSizes.None,
            AttributeReader.IsNetwork(attributes[0]) ? LayersParser.Parse(type, compilation, cancellationToken) : null,
            onnx,
            attributes.Any(AttributeReader.IsNetwork) ? EquatableArray<string>.Empty : AttributeReader.AllLayersOf(type, cancellationToken).Select(AttributeReader.KindOf).ToEquatableArray(),
            NameArgumentsParser.ParseAll(attributes[0], onnx is null ? "Output" : OnnxReference.OutputActivation, cancellationToken),
            NumberArgumentsParser.Parse(attributes[0]),
            AttributeReader.UseOf(attributes[0]),
            attributes.Length,
            compilation is CSharpCompilation csharp ? (int)csharp.LanguageVersion : 0,
            compilation.GetTypeByMetadataName(WidestVector) is not null || !compilation.GetTypesByMetadataName(WidestVector).IsEmpty)
        {
            IsDeterministic = AttributeReader.IsDeterministic(attributes[0]),
            IsPopulation = AttributeReader.IsPopulation(attributes[0]),
        };
    }

    /// <summary>
    /// Whether a part of a type carries the attribute that counts: each part with one is announced by itself, and once for each of the two attributes.
    /// </summary>
    /// <param name="part">The part.</param>
    /// <param name="type">The type.</param>
    /// <param name="announced">The attributes of it that are announced, all of one class.</param>
    public static bool IsCanonicalPart(SyntaxNode part, INamedTypeSymbol type, ImmutableArray<AttributeData> announced) =>
        AttributeReader.AttributesOf(type).FirstOrDefault() is { ApplicationSyntaxReference: { } first } counts
        && first.SyntaxTree == part.SyntaxTree
        && part.Span.Contains(first.Span)
        && announced.Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, counts.AttributeClass));
}
