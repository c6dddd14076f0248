using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Analyzers;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;

namespace Mlp.Generator;

/// <summary>Attribute and weight files → declaration → network → files. Diagnostics are the analyzer's, where it may speak.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class MlpGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<MlpDeclaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeReader.MetadataName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellationToken) => found.TargetSymbol is INamedTypeSymbol type && DeclarationParser.IsCanonicalPart(found.TargetNode, type)
                    ? DeclarationParser.Parse(type, found.SemanticModel.Compilation, cancellationToken)
                    : null)
            .WhereNotNull(TrackingNames.Declarations);
        IncrementalValueProvider<EquatableArray<WeightSource>> sources = context.AdditionalTextsProvider.Where(WeightSourceParser.IsWeights).Select(WeightSourceParser.Parse).WithTrackingName(TrackingNames.Sources)
            .Collect().Select(static (all, _) => all.ToEquatableArray());
        IncrementalValuesProvider<ValidationResult> judged = declarations.Combine(sources)
            .Select(static (pair, cancellationToken) => DeclarationValidator.Validate(pair.Left, pair.Right, cancellationToken));
        GeneratorVoice.Register(context, judged.Select(static (result, _) => result.Complaint).WhereNotNull(TrackingNames.Wrong));
        IncrementalValuesProvider<NetworkModel> networks = judged.Select(static (result, _) => result.Model).WhereNotNull(TrackingNames.Networks);
        IncrementalValuesProvider<CompiledWeights> weights = judged.Select(static (result, _) => result.Weights).WhereNotNull(TrackingNames.Weights);
        IncrementalValueProvider<EquatableArray<string>> clashes = networks.Select(static (network, _) => (network.Type.MetadataName, HasWeights: network.Weights is not null)).Collect()
            .Select(static (names, _) => HintNames.Clashing(names)).WithTrackingName(TrackingNames.Clashes);
        IncrementalValuesProvider<NetworkModel> shapes = networks.Combine(networks.Collect().Select(static (all, _) => ShapeOwners.Of(all))).Where(static pair => pair.Right.Contains(pair.Left.Type.MetadataName))
            .Select(static (pair, _) => pair.Left.WithoutType()).WithTrackingName(TrackingNames.Shapes);
        IncrementalValuesProvider<EmittedShape> emitted = shapes.Select(static (shape, cancellationToken) => NetworkEmitter.EmitShape(shape, cancellationToken)).WithTrackingName(TrackingNames.Emitted);
        IncrementalValuesProvider<EmittedFile?> steps = emitted.Combine(emitted.Collect().Select(static (all, _) => StepOwners.Of(all)))
            .Select(static (pair, _) => pair.Right.FileOf(pair.Left)).WithTrackingName(TrackingNames.Steps);
        context.RegisterSourceOutput(networks.Combine(clashes), static (output, pair) =>
            Add(output, NetworkEmitter.EmitMembers(pair.Left, new HintNames(pair.Left.Type.MetadataName, pair.Right))));
        context.RegisterSourceOutput(weights.Combine(clashes), static (output, pair) =>
            Add(output, NetworkEmitter.EmitWeights(pair.Left, new HintNames(pair.Left.Type.MetadataName, pair.Right))));
        context.RegisterSourceOutput(emitted, static (output, shape) => Add(output, [.. shape.Files]));
        context.RegisterSourceOutput(steps, static (output, file) => Add(output, file is null ? [] : [file]));

        static void Add(SourceProductionContext output, params EmittedFile[] files)
        {
            foreach (EmittedFile file in files)
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }
        }
    }
}
