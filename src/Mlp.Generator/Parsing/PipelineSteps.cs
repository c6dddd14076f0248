using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Steps of the incremental pipeline that occur more than once.</summary>
internal static class PipelineSteps
{
    /// <summary>The declarations by one of the two attributes, judged.</summary>
    /// <param name="context">The pipeline.</param>
    /// <param name="attribute">The attribute's metadata name.</param>
    /// <param name="sources">The weight files of the project.</param>
    public static IncrementalValuesProvider<ValidationResult> Judged(
        this IncrementalGeneratorInitializationContext context, string attribute, IncrementalValueProvider<EquatableArray<WeightSource>> sources) => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellationToken) => found.TargetSymbol is INamedTypeSymbol type && DeclarationParser.IsCanonicalPart(found.TargetNode, type, found.Attributes)
                    ? DeclarationParser.Parse(type, found.SemanticModel.Compilation, cancellationToken)
                    : null)
            .WhereNotNull(TrackingNames.Declarations)
            .Combine(sources)
            .Select(static (pair, cancellationToken) => DeclarationValidator.Validate(pair.Left, pair.Right, cancellationToken));

    /// <summary>Goes on with what is there, under a name by which tests find the step.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values, string trackingName)
        where T : class =>
        values.Where(static value => value is not null).Select(static (value, _) => value!).WithTrackingName(trackingName);

    /// <summary>All values of two providers, which stay apart otherwise: each value keeps its place among those of its own.</summary>
    public static IncrementalValueProvider<ImmutableArray<T>> CollectWith<T>(this IncrementalValuesProvider<T> values, IncrementalValuesProvider<T> others) =>
        values.Collect().Combine(others.Collect()).Select(static (both, _) => both.Left.AddRange(both.Right));
}
