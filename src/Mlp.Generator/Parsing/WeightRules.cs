using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for the weights that are compiled in.</summary>
internal static class WeightRules
{
    private const string Argument = "Weights";

    /// <summary>More would hide the one that is meant.</summary>
    private const int MostProposals = 3;

    /// <summary>What can be said without the network.</summary>
    public static IEnumerable<DeclarationIssue> Check(MlpDeclaration declaration)
    {
        NameArgument weights = declaration.Names.Weights;
        if (weights.State == NameArgumentState.NotAConstant)
        {
            yield return Issue(DiagnosticIds.NameNotConstant, Argument, Argument, "weight file");
        }

        if (declaration.Use == NetworkUse.Frozen && weights.State is NameArgumentState.Omitted or NameArgumentState.Null)
        {
            yield return Issue(DiagnosticIds.FrozenWithoutWeights, "Frozen", declaration.Type.Levels[0].Name);
        }
    }

    /// <summary>The weights of a network that is valid otherwise; null where there are none, or they are refused.</summary>
    /// <param name="network">The network.</param>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="sources">The weight files of the project.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static CompiledWeights? Find(NetworkModel network, string file, EquatableArray<WeightSource> sources, List<DeclarationIssue> issues)
    {
        if (network.Weights is not { } shown)
        {
            return null;
        }

        if (network.ParameterCount > Limits.MaxCompiledParameters)
        {
            issues.Add(Issue(DiagnosticIds.TooManyCompiledParameters, Argument, Numeral.Grouped(Limits.MaxCompiledParameters), Numeral.Grouped(network.ParameterCount)));
            return null;
        }

        var names = new WeightFileNames(sources);
        IReadOnlyList<WeightSource> found = names.Meant(file);
        if (found.Count != 1)
        {
            issues.Add(found.Count == 0
                ? NotFound(file, shown, names.Near(file))
                : Issue(DiagnosticIds.WeightsAmbiguous, Argument, shown, Numeral.Grouped(found.Count)) with { Fix = names.Of(found) });
            return null;
        }

        (EquatableArray<TensorValues> values, WeightFault? fault) = new WeightMatch(found[0], network.Layers).Find();
        if (fault is not null)
        {
            issues.Add(Issue(DiagnosticIds.WeightsRefused, Argument, shown, fault.Message, fault.Code));
            return null;
        }

        return new CompiledWeights(network.Type, shown, network.Layers, values, found[0].Remarks);
    }

    /// <summary>Says which file was probably meant, or how one is named to the compiler.</summary>
    private static DeclarationIssue NotFound(string file, string shown, string? near)
    {
        string add = $"add <AdditionalFiles Include=\"{shown}\" />";
        if (near is null)
        {
            return Issue(DiagnosticIds.WeightsNotFound, Argument, shown, add);
        }

        string[] proposals = near.Split(FixProperties.Separator);
        string question = "did you mean '" + string.Join("' or '", proposals.Take(MostProposals)) + "'?";
        string name = file.Replace('\\', '/');
        bool isCase = proposals.Any(proposal => name.EndsWith(proposal, StringComparison.OrdinalIgnoreCase) && !name.EndsWith(proposal, StringComparison.Ordinal));
        return Issue(DiagnosticIds.WeightsNotFound, Argument, shown, isCase ? question + " Letters must match in case" : add + ", or " + question) with { Fix = near };
    }

    private static DeclarationIssue Issue(string id, string argument, params string[] arguments) =>
        new(id, IssueTarget.NamedArgument(argument), arguments.ToEquatableArray());
}
