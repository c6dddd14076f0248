using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Files;

namespace Mlp.Generator.Parsing;

/// <summary>Steps of the incremental pipeline that occur more than once.</summary>
internal static class PipelineSteps
{
    /// <summary>The declarations by one of the attributes, judged.</summary>
    /// <param name="context">The pipeline.</param>
    /// <param name="attribute">The attribute's metadata name.</param>
    /// <param name="files">The files of the project that they may name.</param>
    public static IncrementalValuesProvider<ValidationResult> Judged(
        this IncrementalGeneratorInitializationContext context, string attribute, IncrementalValueProvider<ProjectFiles> files) => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellationToken) => found.TargetSymbol is INamedTypeSymbol type && DeclarationParser.IsCanonicalPart(found.TargetNode, type, found.Attributes)
                    ? DeclarationParser.Parse(type, found.SemanticModel.Compilation, cancellationToken)
                    : null)
            .WhereNotNull(TrackingNames.Declarations)
            .Combine(files)
            .Select(static (pair, cancellationToken) => DeclarationValidator.Validate(pair.Left, pair.Right, cancellationToken));

    /// <summary>Goes on with what is there, under a name by which tests find the step.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values, string trackingName)
        where T : class =>
        values.Where(static value => value is not null).Select(static (value, _) => value!).WithTrackingName(trackingName);

    /// <summary>What is read of the additional files of one format.</summary>
    /// <param name="files">All additional files.</param>
    /// <param name="isOne">Whether one is of the format.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="trackingName">The name by which tests find the step.</param>
    public static IncrementalValueProvider<EquatableArray<TSource>> Read<TSource>(
        this IncrementalValuesProvider<AdditionalText> files, Func<AdditionalText, bool> isOne, Func<AdditionalText, CancellationToken, TSource> read, string trackingName)
        where TSource : IEquatable<TSource> =>
        files.Where(isOne).Select(read).WithTrackingName(trackingName).Collect().Select(static (all, _) => all.ToEquatableArray());

    /// <summary>All values of several providers, which stay apart otherwise: each value keeps its place among those of its own.</summary>
    public static IncrementalValueProvider<ImmutableArray<T>> CollectTogether<T>(this IncrementalValuesProvider<T>[] providers) =>
        providers.Skip(1).Aggregate(providers[0].Collect(), static (all, next) => all.Combine(next.Collect()).Select(static (both, _) => both.Left.AddRange(both.Right)));
}
