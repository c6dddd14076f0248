using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the positional arguments, from their text where the compiler could not bind them.</summary>
internal static class LayerSizesParser
{
    public static LayerSizes Parse(AttributeData attribute, Compilation compilation, CancellationToken cancellationToken)
    {
        IReadOnlyList<ExpressionSyntax> expressions = AttributeReader.SizeExpressions(attribute, cancellationToken);
        ImmutableArray<TypedConstant> arguments = attribute.ConstructorArguments;
        if (!arguments.IsEmpty && attribute.AttributeConstructor?.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Int32) == true)
        {
            // A constructor with a parameter for each size; those that nothing was given for have their defaults.
            return new(LayerSizesState.Bound, FromValues([.. arguments.Take(expressions.Count)], expressions));
        }

        return arguments.FirstOrDefault() switch
        {
            { Kind: TypedConstantKind.Array, IsNull: true } => new(LayerSizesState.Null, EquatableArray<LayerSize>.Empty),
            { Kind: TypedConstantKind.Array } array => new(LayerSizesState.Bound, FromValues(array.Values, expressions)),
            _ => new(LayerSizesState.Unbound, FromText(expressions, compilation, cancellationToken)),
        };
    }

    /// <summary>The positional arguments of a layer as whole numbers.</summary>
    public static EquatableArray<LayerSize> FromArguments(
        AttributeData attribute, IReadOnlyList<ExpressionSyntax> expressions, Compilation compilation, CancellationToken cancellationToken) =>
        attribute.AttributeConstructor is { Parameters: var parameters } && parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Int32)
            ? FromValues(attribute.ConstructorArguments, expressions)
            : FromText(expressions, compilation, cancellationToken);

    private static EquatableArray<LayerSize> FromValues(ImmutableArray<TypedConstant> values, IReadOnlyList<ExpressionSyntax> expressions)
    {
        var sizes = new List<LayerSize>(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            sizes.Add(values[i] is { Kind: TypedConstantKind.Primitive, Value: int value }
                ? new LayerSize(value, "")
                : new LayerSize(null, i < expressions.Count ? MessageText.Shorten(expressions[i]) : "?"));
        }

        return sizes.ToEquatableArray();
    }

    private static EquatableArray<LayerSize> FromText(
        IReadOnlyList<ExpressionSyntax> expressions, Compilation compilation, CancellationToken cancellationToken)
    {
        if (expressions.Count == 0)
        {
            return EquatableArray<LayerSize>.Empty;
        }

        SemanticModel semantics = compilation.GetSemanticModel(expressions[0].SyntaxTree);
        return expressions
            .Select(expression => FromText(expression, semantics.GetConstantValue(expression, cancellationToken).Value))
            .ToEquatableArray();
    }

    private static LayerSize FromText(ExpressionSyntax expression, object? constant)
    {
        int? value = Converted(constant);
        return new LayerSize(value, MessageText.Shorten(expression), value is null ? Whole(constant) : null);
    }

    /// <summary>The constant, where C# converts it to <see langword="int"/> by itself.</summary>
    private static int? Converted(object? constant) => constant switch
    {
        int value => value,
        short value => value,
        ushort value => value,
        byte value => value,
        sbyte value => value,
        char value => value,
        _ => null,
    };

    /// <summary>The constant, where a cast to <see langword="int"/> leaves it what it is.</summary>
    private static int? Whole(object? constant) => constant switch
    {
        uint value when value <= int.MaxValue => (int)value,
        long value when value is >= int.MinValue and <= int.MaxValue => (int)value,
        ulong value when value <= int.MaxValue => (int)value,
        float value when value is >= int.MinValue and < int.MaxValue && (int)value == value => (int)value,
        double value when value is >= int.MinValue and <= int.MaxValue && (int)value == value => (int)value,
        _ => null,
    };
}
