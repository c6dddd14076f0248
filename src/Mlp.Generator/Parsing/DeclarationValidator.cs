using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Declaration → network or issues: the one judge, asked by the generator and by the analyzer.</summary>
internal static class DeclarationValidator
{
    public static ValidationResult Validate(MlpDeclaration declaration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var nameIssues = new List<DeclarationIssue>();
        NetworkChoices choices = NameRules.Check(declaration.Names, declaration.Numbers, nameIssues);
        EquatableArray<DeclarationIssue> issues = TypeRules.Check(declaration, IsClassifier(declaration.Sizes, choices))
            .Concat(LayerRules.Check(declaration.Sizes))
            .Concat(nameIssues)
            .ToEquatableArray();
        bool isValid = declaration.Sizes.State == LayerSizesState.Bound
            && declaration.Sizes.Items.All(size => size.Value is not null)
            && issues.All(issue => issue.AllowsEmission);
        return new ValidationResult(isValid ? NetworkModelBuilder.Build(declaration, choices) : null, issues);
    }

    private static bool IsClassifier(LayerSizes sizes, NetworkChoices choices) =>
        choices.Output == ActivationKind.Softmax
        || (choices.Output == ActivationKind.Sigmoid && sizes.Items.LastOrDefault()?.Value == 1);
}
