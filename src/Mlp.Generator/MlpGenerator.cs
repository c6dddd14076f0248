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

        context.RegisterSourceOutput(networks, static (output, network) =>
        {
            foreach (EmittedFile file in NetworkEmitter.Emit(network, output.CancellationToken))
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }
        });
    }
}
