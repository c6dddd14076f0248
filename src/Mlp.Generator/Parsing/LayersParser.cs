using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Layers;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the attributes of layers, in the order of the source.</summary>
internal static class LayersParser
{
    public static DeclaredLayers Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        (IReadOnlyList<AttributeData> together, IReadOnlyList<AttributeData> apart) = AttributeReader.LayersOf(type, cancellationToken);
        var layers = new List<DeclaredLayer>();
        bool areBound = true;
        foreach (AttributeData attribute in together)
        {
            if (LayerKinds.ReaderNamed(AttributeReader.KindOf(attribute)) is { } reader)
            {
                layers.Add(reader.Read(new LayerPlace(layers.Count, IsAttribute: true), ArgumentsOf(attribute, compilation, cancellationToken)));
                areBound &= attribute.AttributeConstructor is not null;
            }
        }

        return new DeclaredLayers(layers.ToEquatableArray(), apart.Count, areBound && layers.Count == together.Count);
    }

    private static LayerArguments ArgumentsOf(AttributeData attribute, Compilation compilation, CancellationToken cancellationToken)
    {
        IReadOnlyList<ExpressionSyntax> expressions = AttributeReader.PositionalExpressions(attribute, cancellationToken);
        bool isBound = attribute.AttributeConstructor is not null && attribute.ConstructorArguments.Length >= expressions.Count;
        return new LayerArguments(
            LayerSizesParser.FromArguments(attribute, expressions, compilation, cancellationToken),
            (isBound ? attribute.ConstructorArguments.Select(NumbersOf) : []).ToEquatableArray(),
            attribute.NamedArguments.Where(argument => argument.Value is { Kind: TypedConstantKind.Primitive, Value: int })
                .Select(argument => new LayerOption(argument.Key, new LayerSize((int)argument.Value.Value!, ""))).ToEquatableArray(),
            attribute.NamedArguments.Where(argument => argument.Value is { Kind: TypedConstantKind.Array, IsNull: false, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Int32 } })
                .Select(argument => new LayerNumbers(argument.Key, WholeNumbersOf(argument.Value))).ToEquatableArray(),
            NameArgumentsParser.ParsePositional(attribute, expressions),
            NameArgumentsParser.Parse(attribute, "Padding", cancellationToken),
            NameArgumentsParser.Parse(attribute, "Activation", cancellationToken));
    }

    private static NumberList NumbersOf(TypedConstant constant) => new(constant switch
    {
        { Kind: TypedConstantKind.Array, IsNull: true } => EquatableArray<double>.Empty,
        { Kind: TypedConstantKind.Array } array when array.Values.Any(value => value.Kind == TypedConstantKind.Error) => null,
        { Kind: TypedConstantKind.Array } array => array.Values.Select(value => value.Value is double number ? number : double.NaN).ToEquatableArray(),
        { Kind: TypedConstantKind.Primitive, Value: double number } => new[] { number }.ToEquatableArray(),
        _ => null,
    });

    private static EquatableArray<int>? WholeNumbersOf(TypedConstant array) =>
        array.Values.All(value => value.Value is int) ? array.Values.Select(value => (int)value.Value!).ToEquatableArray() : null;
}
