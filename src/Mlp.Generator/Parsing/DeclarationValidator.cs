using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing.Activations;
using Mlp.Generator.Parsing.Files;
using Mlp.Generator.Parsing.Layers;
using Mlp.Generator.Parsing.Onnx;

namespace Mlp.Generator.Parsing;

/// <summary>Declaration → network or issues: the one judge, asked by the generator and by the analyzer.</summary>
internal static class DeclarationValidator
{
    /// <param name="declaration">The declaration.</param>
    /// <param name="files">The files of the project that it may name.</param>
    /// <param name="cancellationToken">Asked first.</param>
    public static ValidationResult Validate(MlpDeclaration declaration, ProjectFiles files, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var layerIssues = new List<DeclarationIssue>();
        OnnxRules? onnx = declaration.Onnx is { } reference ? new OnnxRules(reference, layerIssues) : null;
        FoundNetwork? found = onnx?.Find(files.Models);
        var nameIssues = new List<DeclarationIssue>();
        NetworkChoices choices = onnx is null
            ? NameRules.Check(declaration.Names, nameof(NameArguments.Output), declaration.Numbers, nameIssues)
            : NameRules.Check(onnx.WithOutput(declaration.Names, found), OnnxReference.OutputActivation, declaration.Numbers, nameIssues);
        ActivationNameRules.CheckCount(choices.Hidden, declaration, nameIssues);
        layerIssues.AddRange(NetworkSizeRules.CheckPresence(declaration));
        EquatableArray<LayerModel>? judged = onnx is null ? JudgeLayers(declaration, choices, layerIssues)
            : found is not null && onnx.CheckSize(found) ? found.Network.Layers
            : null;
        EquatableArray<LayerModel> layers = judged ?? EquatableArray<LayerModel>.Empty;
        if (layerIssues.TrueForAll(issue => issue.AllowsEmission))
        {
            layerIssues.AddRange(NetworkSizeRules.Check(declaration, layers));
        }

        bool isWithinLimits = layerIssues.TrueForAll(issue => issue.AllowsEmission);

        List<DeclarationIssue> issues =
        [
            .. TypeRules.Check(declaration, IsClassifier(declaration, layers, choices), found is { Network.ClassNames.Count: > 0 }),
            .. layerIssues,
            .. nameIssues,
            .. DeterministicRules.Check(declaration, choices.Math),
            .. isWithinLimits ? PopulationRules.Check(declaration, layers) : [],
            .. OutputRules.Check(declaration, OutputsOf(declaration, layers), choices.Output),
            .. onnx is null ? WeightRules.Check(declaration) : [],
        ];
        bool isValid = judged is not null
            && declaration.Sizes.State == LayerSizesState.Bound
            && declaration.Sizes.Items.All(size => size.Value is not null)
            && declaration.Layers is null or { AreBound: true }
            && issues.All(issue => issue.AllowsEmission);
        if (!isValid)
        {
            return new ValidationResult(null, null, ComplaintOf(declaration, issues));
        }

        // Weights can only be judged against a network.
        NetworkModel network = NetworkModelBuilder.Build(declaration, layers, choices) with { Origin = found?.Origin };
        CompiledWeights? weights = onnx is null ? WeightRules.Find(network, declaration.Names.Weights.Text, files.Weights, issues) : OnnxRules.WeightsOf(network, found!, issues);
        bool isComplete = network.Weights is null || weights is not null;
        return new ValidationResult(isComplete ? network : null, weights, ComplaintOf(declaration, issues));
    }

    private static Complaint? ComplaintOf(MlpDeclaration declaration, List<DeclarationIssue> issues) =>
        issues.Count == 0 ? null : new Complaint(declaration, issues.ToEquatableArray());

    /// <summary>The layers; null where one is wrong, or there is none.</summary>
    private static EquatableArray<LayerModel>? JudgeLayers(MlpDeclaration declaration, NetworkChoices choices, List<DeclarationIssue> issues)
    {
        LayerSize[] sizes = [.. declaration.Layers is null ? declaration.Sizes.Items.Take(1) : declaration.Sizes.Items];
        bool isRight = sizes.Length > 0;
        for (int index = 0; index < sizes.Length; index++)
        {
            isRight &= LayerSizeRules.Check(sizes[index], declaration.Layers is null ? "layer size" : "input size", IssueTarget.LayerSize(index), issues);
        }

        isRight = isRight && LayerSizeRules.CheckValues(sizes.Select(size => (long)size.Value.GetValueOrDefault()), "number of values of a sample", IssueTarget.Attribute, issues);
        IReadOnlyList<DeclaredLayer> declared = declaration.Layers is { } written ? written.Items : [.. LayerChain.Declared(declaration.Sizes)];
        if (declaration.Layers is not null && (declaration.Layers.Apart > 0 || declared.Count > Limits.MaxLayers))
        {
            // What arrives where is not known, nor which layer is the last; or there are too many to speak of each.
            return null;
        }

        isRight &= declaration.Layers is null || declaration.Sizes.State == LayerSizesState.Bound;
        return new LayerChain(declared, choices.Hidden, issues).Judge(isRight ? Shape.Of([.. sizes.Select(size => size.Value.GetValueOrDefault())]) : null);
    }

    private static bool IsClassifier(MlpDeclaration declaration, EquatableArray<LayerModel> layers, NetworkChoices choices) =>
        new HeadModel(choices.Output, choices.Loss).IsClassifier(OutputsOf(declaration, layers));

    /// <summary>The outputs, also where a layer before the last is wrong; 0 where they are not known.</summary>
    private static int OutputsOf(MlpDeclaration declaration, EquatableArray<LayerModel> layers) =>
        declaration.Layers is null && declaration.Onnx is null ? declaration.Sizes.Items.LastOrDefault()?.Value ?? 0 : layers.LastOrDefault()?.Outputs ?? 0;
}
