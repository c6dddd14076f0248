using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Analyzers;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;

namespace Mlp.Generator;

/// <summary>Attributes and weight files → declaration → network → files. Diagnostics are the analyzer's, where it may speak.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class MlpGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<WeightSource>> sources = context.AdditionalTextsProvider.Where(WeightSourceParser.IsWeights).Select(WeightSourceParser.Parse).WithTrackingName(TrackingNames.Sources)
            .Collect().Select(static (all, _) => all.ToEquatableArray());

        // Apart up to the end: where the values of both stood in one list, one more network of the first kind would move all of the second.
        IncrementalValuesProvider<ValidationResult>[] judged = [context.Judged(AttributeReader.MetadataName, sources), context.Judged(AttributeReader.NetworkMetadataName, sources)];
        IncrementalValuesProvider<Complaint>[] complaints = [.. judged.Select(results => results.Select(static (result, _) => result.Complaint).WhereNotNull(TrackingNames.Wrong))];
        GeneratorVoice.Register(context, complaints[0].CollectWith(complaints[1]));
        IncrementalValuesProvider<NetworkModel>[] networks = [.. judged.Select(results => results.Select(static (result, _) => result.Model).WhereNotNull(TrackingNames.Networks))];
        IncrementalValueProvider<ImmutableArray<NetworkModel>> all = networks[0].CollectWith(networks[1]);
        IncrementalValueProvider<EquatableArray<string>> clashes = all.Select(static (all, _) => HintNames.Clashing(all.Select(network => (network.Type.MetadataName, network.Weights is not null)))).WithTrackingName(TrackingNames.Clashes);
        IncrementalValueProvider<EquatableArray<string>> owners = all.Select(static (all, _) => ShapeOwners.Of(all));
        IncrementalValuesProvider<EmittedShape>[] emitted = [.. networks.Select(kind => kind.Combine(owners).Where(static pair => pair.Right.Contains(pair.Left.Type.MetadataName))
            .Select(static (pair, _) => pair.Left.WithoutType()).WithTrackingName(TrackingNames.Shapes)
            .Select(static (shape, cancellationToken) => NetworkEmitter.EmitShape(shape, cancellationToken)).WithTrackingName(TrackingNames.Emitted))];
        IncrementalValueProvider<StepOwners> steps = emitted[0].CollectWith(emitted[1]).Select(static (all, _) => StepOwners.Of(all));
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
