using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Finds the attribute on a type, and its arguments in the source.</summary>
internal static class AttributeReader
{
    public const string MetadataName = "Mlp.MlpAttribute";

    /// <summary>The attributes in source order; the first one counts.</summary>
    public static ImmutableArray<AttributeData> AttributesOf(INamedTypeSymbol type)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        return attributes.Any(IsMlp) ? attributes.Where(IsMlp).ToImmutableArray() : [];
    }

    public static AttributeSyntax? SyntaxOf(AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    /// <summary>The expressions of the layer sizes, input side first, whether each is an argument or all are in one array.</summary>
    public static IReadOnlyList<ExpressionSyntax> SizeExpressions(AttributeData attribute, CancellationToken cancellationToken)
    {
        AttributeArgumentSyntax[] given = [.. ArgumentsOf(SyntaxOf(attribute, cancellationToken)).Where(argument => argument.NameEquals is null)];
        ExpressionSyntax[] arguments =
            [.. given.Select((argument, place) => (argument.Expression, Order: PlaceOf(argument, attribute) ?? place)).OrderBy(pair => pair.Order).Select(pair => pair.Expression)];
        return (arguments.Length == 1 ? arguments[0] : null) switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
                [.. collection.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression)],
            _ => arguments,
        };
    }

    public static AttributeArgumentSyntax? NamedArgument(AttributeSyntax? attribute, string name) =>
        ArgumentsOf(attribute).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>What a network is for; one that is frozen is not trained, whatever is said of that.</summary>
    public static NetworkUse UseOf(AttributeData attribute) =>
        Says(attribute, "Frozen", true) ? NetworkUse.Frozen
        : Says(attribute, "Trains", false) ? NetworkUse.Predicts
        : NetworkUse.Trains;

    private static bool Says(AttributeData attribute, string name, bool value) =>
        attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value is { Kind: TypedConstantKind.Primitive, Value: bool said } && said == value);

    /// <summary>Where an argument stands that says the name of its parameter.</summary>
    private static int? PlaceOf(AttributeArgumentSyntax argument, AttributeData attribute) =>
        argument.NameColon?.Name.Identifier.ValueText is { } name
            ? attribute.AttributeConstructor?.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal
            : null;

    private static IEnumerable<AttributeArgumentSyntax> ArgumentsOf(AttributeSyntax? attribute) =>
        attribute?.ArgumentList is { } list ? list.Arguments : [];

    private static bool IsMlp(AttributeData attribute) =>
        attribute.AttributeClass is
        {
            Name: "MlpAttribute",
            Arity: 0,
            ContainingType: null,
            ContainingNamespace: { Name: "Mlp", ContainingNamespace.IsGlobalNamespace: true },
        };
}
