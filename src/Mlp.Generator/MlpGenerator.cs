using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Analyzers;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;
using Mlp.Generator.Parsing.Files;
using Mlp.Generator.Parsing.Onnx;

namespace Mlp.Generator;

/// <summary>Attributes and files → declaration → network → files. Diagnostics are the analyzer's, where it may speak.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class MlpGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ProjectFiles> weights = context.AdditionalTextsProvider.Read(WeightSourceParser.IsWeights, WeightSourceParser.Parse, TrackingNames.Sources)
            .Select(static (all, _) => ProjectFiles.None with { Weights = all });
        IncrementalValueProvider<ProjectFiles> models = context.AdditionalTextsProvider.Read(OnnxSourceParser.IsModel, OnnxSourceParser.Parse, TrackingNames.Models)
            .Select(static (all, _) => ProjectFiles.None with { Models = all });

        // Apart up to the end: where the values of all stood in one list, one more network of the first kind would move all of the others.
        IncrementalValuesProvider<ValidationResult>[] judged =
            [context.Judged(AttributeReader.MetadataName, weights), context.Judged(AttributeReader.NetworkMetadataName, weights), context.Judged(AttributeReader.OnnxMetadataName, models)];
        IncrementalValuesProvider<Complaint>[] complaints = [.. judged.Select(results => results.Select(static (result, _) => result.Complaint).WhereNotNull(TrackingNames.Wrong))];
        GeneratorVoice.Register(context, complaints.CollectTogether());
        IncrementalValuesProvider<NetworkModel>[] networks = [.. judged.Select(results => results.Select(static (result, _) => result.Model).WhereNotNull(TrackingNames.Networks))];
        IncrementalValueProvider<ImmutableArray<NetworkModel>> all = networks.CollectTogether();
        IncrementalValueProvider<EquatableArray<string>> clashes = all.Select(static (all, _) => HintNames.Clashing(all.Select(network => (network.Type.MetadataName, network.Weights is not null)))).WithTrackingName(TrackingNames.Clashes);
        IncrementalValueProvider<EquatableArray<string>> owners = all.Select(static (all, _) => ShapeOwners.Of(all));
        IncrementalValuesProvider<EmittedShape>[] emitted = [.. networks.Select(kind => kind.Combine(owners).Where(static pair => pair.Right.Contains(pair.Left.Type.MetadataName))
            .Select(static (pair, _) => pair.Left.WithoutType()).WithTrackingName(TrackingNames.Shapes)
            .Select(static (shape, cancellationToken) => NetworkEmitter.EmitShape(shape, cancellationToken)).WithTrackingName(TrackingNames.Emitted))];
        IncrementalValueProvider<StepOwners> steps = emitted.CollectTogether().Select(static (all, _) => StepOwners.Of(all));
        for (int kind = 0; kind < judged.Length; kind++)
        {
            context.RegisterSourceOutput(networks[kind].Combine(clashes), static (output, pair) =>
                Add(output, NetworkEmitter.EmitMembers(pair.Left, new HintNames(pair.Left.Type.MetadataName, pair.Right))));
            context.RegisterSourceOutput(judged[kind].Select(static (result, _) => result.Weights).WhereNotNull(TrackingNames.Weights).Combine(clashes), static (output, pair) =>
                Add(output, NetworkEmitter.EmitWeights(pair.Left, new HintNames(pair.Left.Type.MetadataName, pair.Right))));
            context.RegisterSourceOutput(emitted[kind], static (output, shape) => Add(output, [.. shape.Files]));
            context.RegisterSourceOutput(emitted[kind].Combine(steps).Select(static (pair, _) => pair.Right.FileOf(pair.Left)).WithTrackingName(TrackingNames.Steps), static (output, file) => Add(output, file is null ? [] : [file]));
        }

        static void Add(SourceProductionContext output, params EmittedFile[] files)
        {
            foreach (EmittedFile file in files)
            {
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }
        }
    }
}
