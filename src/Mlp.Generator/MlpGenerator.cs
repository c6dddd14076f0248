using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;

namespace Mlp.Generator;

/// <summary>Attribute → declaration → network → files. Diagnostics are the analyzer's.</summary>
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
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(TrackingNames.Declarations);
        IncrementalValuesProvider<NetworkModel> networks = declarations
            .Select(static (declaration, cancellationToken) => DeclarationValidator.Validate(declaration, cancellationToken).Model)
            .Where(static network => network is not null)
            .Select(static (network, _) => network!)
            .WithTrackingName(TrackingNames.Networks);
        IncrementalValueProvider<EquatableArray<string>> clashes = networks.Select(static (network, _) => network.Type.MetadataName).Collect()
            .Select(static (names, _) => HintNames.Clashing(names))
            .WithTrackingName(TrackingNames.Clashes);
        IncrementalValuesProvider<NetworkModel> shapes = networks.Combine(networks.Collect().Select(static (all, _) => ShapeOwners.Of(all)))
            .Where(static pair => pair.Right.Contains(pair.Left.Type.MetadataName))
            .Select(static (pair, _) => pair.Left.WithoutType())
            .WithTrackingName(TrackingNames.Shapes);
        context.RegisterSourceOutput(networks.Combine(clashes), static (output, pair) =>
            Add(output, [NetworkEmitter.EmitMembers(pair.Left, new HintNames(pair.Left.Type.MetadataName, pair.Right))]));
        context.RegisterSourceOutput(shapes, static (output, shape) => Add(output, NetworkEmitter.EmitShape(shape, output.CancellationToken)));

        static void Add(SourceProductionContext output, IReadOnlyList<EmittedFile> files)
        {
            foreach (EmittedFile file in files)
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }
        }
    }
}
