using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing.Activations;
using Mlp.Generator.Parsing.Layers;

namespace Mlp.Generator.Parsing;

/// <summary>Declaration → network or issues: the one judge, asked by the generator and by the analyzer.</summary>
internal static class DeclarationValidator
{
    /// <param name="declaration">The declaration.</param>
    /// <param name="sources">The weight files of the project.</param>
    /// <param name="cancellationToken">Asked first.</param>
    public static ValidationResult Validate(MlpDeclaration declaration, EquatableArray<WeightSource> sources, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var nameIssues = new List<DeclarationIssue>();
        NetworkChoices choices = NameRules.Check(declaration.Names, declaration.Numbers, nameIssues);
        ActivationRules.CheckCount(choices.Hidden, declaration.Sizes, nameIssues);
        var layerIssues = new List<DeclarationIssue>();
        EquatableArray<LayerModel> layers = LayerChain.Judge(declaration.Sizes, choices.Hidden, layerIssues);
        if (layerIssues.Count == 0)
        {
            layerIssues.AddRange(NetworkSizeRules.Check(declaration.Type.Levels[0].Name, declaration.Sizes, layers));
        }

        List<DeclarationIssue> issues =
        [
            .. TypeRules.Check(declaration, IsClassifier(declaration.Sizes, choices)),
            .. layerIssues,
            .. nameIssues,
            .. OutputRules.Check(declaration, choices.Output),
            .. WeightRules.Check(declaration),
        ];
        bool isValid = declaration.Sizes.State == LayerSizesState.Bound
            && declaration.Sizes.Items.All(size => size.Value is not null)
            && issues.All(issue => issue.AllowsEmission);
        if (!isValid)
        {
            return new ValidationResult(null, null, ComplaintOf(declaration, issues));
        }

        // Weights can only be judged against a network.
        NetworkModel network = NetworkModelBuilder.Build(declaration, layers, choices);
        CompiledWeights? weights = WeightRules.Find(network, declaration.Names.Weights.Text, sources, issues);
        bool isComplete = network.Weights is null || weights is not null;
        return new ValidationResult(isComplete ? network : null, weights, ComplaintOf(declaration, issues));
    }

    private static Complaint? ComplaintOf(MlpDeclaration declaration, List<DeclarationIssue> issues) =>
        issues.Count == 0 ? null : new Complaint(declaration, issues.ToEquatableArray());

    private static bool IsClassifier(LayerSizes sizes, NetworkChoices choices) =>
        new HeadModel(choices.Output, choices.Loss).IsClassifier(sizes.Items.LastOrDefault()?.Value ?? 0);
}
