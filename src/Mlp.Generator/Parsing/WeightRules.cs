using System.Collections.Generic;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Files;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for the weights that are compiled in.</summary>
internal static class WeightRules
{
    private const string Argument = "Weights";

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

        if (!CheckCount(network.ParameterCount, IssueTarget.NamedArgument(Argument), issues)
            || FileRules.Find(sources, WeightSourceParser.Extension, file, IssueTarget.NamedArgument(Argument), issues) is not { } found)
        {
            return null;
        }

        (EquatableArray<TensorValues> values, FileFault? fault) = new WeightMatch(found, network.Layers).Find();
        if (fault is not null)
        {
            issues.Add(Issue(DiagnosticIds.WeightsRefused, Argument, shown, fault.Message, fault.Code));
            return null;
        }

        return new CompiledWeights(network.Type, shown, network.Layers, values, found.Remarks) { IsDeterministic = network.IsDeterministic };
    }

    /// <summary>Whether so many parameters may be compiled in.</summary>
    /// <param name="parameters">How many there are.</param>
    /// <param name="target">Where their file is named.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static bool CheckCount(decimal parameters, IssueTarget target, List<DeclarationIssue> issues)
    {
        bool isRight = parameters <= Limits.MaxCompiledParameters;
        if (!isRight)
        {
            string[] arguments = [Numeral.Grouped(Limits.MaxCompiledParameters), Numeral.Grouped(parameters)];
            issues.Add(new(DiagnosticIds.TooManyCompiledParameters, target, arguments.ToEquatableArray()));
        }

        return isRight;
    }

    private static DeclarationIssue Issue(string id, string argument, params string[] arguments) =>
        new(id, IssueTarget.NamedArgument(argument), arguments.ToEquatableArray());
}
