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
    /// <summary>The attribute whose layers are sizes.</summary>
    public const string MetadataName = "Mlp.MlpAttribute";

    /// <summary>The attribute whose layers are attributes.</summary>
    public const string NetworkMetadataName = "Mlp.NetworkAttribute";

    /// <summary>The attribute whose layers are in an ONNX file.</summary>
    public const string OnnxMetadataName = "Mlp.OnnxAttribute";

    private const string Suffix = "Attribute";

    /// <summary>The attributes in source order; the first one counts.</summary>
    public static ImmutableArray<AttributeData> AttributesOf(INamedTypeSymbol type)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        return attributes.Any(IsMarker) ? attributes.Where(IsMarker).ToImmutableArray() : [];
    }

    /// <summary>Whether an attribute has its layers in other attributes.</summary>
    public static bool IsNetwork(AttributeData attribute) => IsOf(attribute.AttributeClass, "NetworkAttribute");

    /// <summary>Whether an attribute has its layers in an ONNX file.</summary>
    public static bool IsOnnx(AttributeData attribute) => IsOf(attribute.AttributeClass, "OnnxAttribute");

    /// <summary>
    /// The attributes of layers in the order of the source: those of one part of the type, which is the part of the network's attribute if it has any, and those
    /// of others.
    /// </summary>
    public static (IReadOnlyList<AttributeData> Together, IReadOnlyList<AttributeData> Apart) LayersOf(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        AttributeData[] layers = [.. attributes.Where(IsLayer)];
        if (layers.Length == 0)
        {
            return ([], []);
        }

        TypeDeclarationSyntax? marked = attributes.Where(IsNetwork).Select(attribute => PartOf(attribute, cancellationToken)).FirstOrDefault();
        ILookup<TypeDeclarationSyntax?, AttributeData> parts = layers.ToLookup(layer => PartOf(layer, cancellationToken));
        TypeDeclarationSyntax? part = parts.Contains(marked) ? marked : PartOf(layers[0], cancellationToken);
        return ([.. parts[part].OrderBy(layer => layer.ApplicationSyntaxReference?.Span.Start)], [.. layers.Where(layer => PartOf(layer, cancellationToken) != part)]);
    }

    /// <summary>The same one after another.</summary>
    public static IReadOnlyList<AttributeData> AllLayersOf(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        (IReadOnlyList<AttributeData> together, IReadOnlyList<AttributeData> apart) = LayersOf(type, cancellationToken);
        return [.. together, .. apart];
    }

    /// <summary>What a layer's attribute is called, without the ending: <c>Dense</c>.</summary>
    public static string KindOf(AttributeData attribute) => attribute.AttributeClass?.Name is { } name && name.EndsWith(Suffix, System.StringComparison.Ordinal)
        ? name.Substring(0, name.Length - Suffix.Length)
        : "";

    public static AttributeSyntax? SyntaxOf(AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    /// <summary>The expressions of the layer sizes, input side first, whether each is an argument or all are in one array.</summary>
    public static IReadOnlyList<ExpressionSyntax> SizeExpressions(AttributeData attribute, CancellationToken cancellationToken)
    {
        IReadOnlyList<ExpressionSyntax> arguments = PositionalExpressions(attribute, cancellationToken);
        return (arguments.Count == 1 ? arguments[0] : null) switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
                [.. collection.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression)],
            _ => arguments,
        };
    }

    /// <summary>The expressions of the arguments that are no properties, in the order of the constructor's parameters.</summary>
    public static IReadOnlyList<ExpressionSyntax> PositionalExpressions(AttributeData attribute, CancellationToken cancellationToken)
    {
        AttributeArgumentSyntax[] given = [.. ArgumentsOf(SyntaxOf(attribute, cancellationToken)).Where(argument => argument.NameEquals is null)];
        return [.. given.Select((argument, place) => (argument.Expression, Order: PlaceOf(argument, attribute) ?? place)).OrderBy(pair => pair.Order).Select(pair => pair.Expression)];
    }

    public static AttributeArgumentSyntax? NamedArgument(AttributeSyntax? attribute, string name) =>
        ArgumentsOf(attribute).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>What a network is for; one that is frozen is not trained, whatever is said of that, and one of an ONNX file is frozen if nothing is said.</summary>
    public static NetworkUse UseOf(AttributeData attribute) =>
        IsOnnx(attribute) ? (Says(attribute, "Trainable", true) ? NetworkUse.Trains : NetworkUse.Frozen)
        : Says(attribute, "Frozen", true) ? NetworkUse.Frozen
        : Says(attribute, "Trains", false) ? NetworkUse.Predicts
        : NetworkUse.Trains;

    /// <summary>Whether results are to be the same bits on every hardware.</summary>
    public static bool IsDeterministic(AttributeData attribute) => Says(attribute, "Deterministic", true);

    /// <summary>Whether there are to be kernels for many networks at once.</summary>
    public static bool IsPopulation(AttributeData attribute) => Says(attribute, "Population", true);

    private static bool Says(AttributeData attribute, string name, bool value) =>
        attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value is { Kind: TypedConstantKind.Primitive, Value: bool said } && said == value);

    /// <summary>Where an argument stands that says the name of its parameter.</summary>
    private static int? PlaceOf(AttributeArgumentSyntax argument, AttributeData attribute) =>
        argument.NameColon?.Name.Identifier.ValueText is { } name
            ? attribute.AttributeConstructor?.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal
            : null;

    private static IEnumerable<AttributeArgumentSyntax> ArgumentsOf(AttributeSyntax? attribute) =>
        attribute?.ArgumentList is { } list ? list.Arguments : [];

    private static TypeDeclarationSyntax? PartOf(AttributeData attribute, CancellationToken cancellationToken) =>
        SyntaxOf(attribute, cancellationToken)?.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static bool IsMarker(AttributeData attribute) => IsOf(attribute.AttributeClass, "MlpAttribute") || IsNetwork(attribute) || IsOnnx(attribute);

    private static bool IsLayer(AttributeData attribute)
    {
        // A class of the user that is derived from it says nothing of what it computes.
        INamedTypeSymbol? parent = attribute.AttributeClass?.BaseType;
        return IsOf(attribute.AttributeClass, attribute.AttributeClass?.Name ?? "") && (IsOf(parent, "LayerAttribute") || IsOf(parent?.BaseType, "LayerAttribute"));
    }

    private static bool IsOf(INamedTypeSymbol? type, string name) => type is
    {
        Arity: 0,
        ContainingType: null,
        ContainingNamespace: { Name: "Mlp", ContainingNamespace.IsGlobalNamespace: true },
    }
    && type.Name == name;
}
