using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for an optimizer's numbers.</summary>
internal static class OptimizerRules
{
    /// <summary>The optimizer with the numbers that are given and fit, and the issues with the others.</summary>
    public static OptimizerModel Check(OptimizerKind kind, IEnumerable<NumberArgument> numbers, List<DeclarationIssue> issues)
    {
        OptimizerModel optimizer = OptimizerModel.Default(kind);
        foreach (NumberArgument number in numbers)
        {
            if (optimizer.Constants.All(constant => constant.Name != number.Name))
            {
                string owners = string.Join(" and ", Owners(number.Name));
                issues.Add(Issue(DiagnosticIds.ForeignConstant, number, kind.ToString(), owners));
            }
            else if (!IsInRange(number))
            {
                issues.Add(Issue(DiagnosticIds.ConstantOutOfRange, number, Numeral.Of(number.Value), RangeOf(number.Name)));
            }
            else
            {
                optimizer = With(optimizer, number);
            }
        }

        return optimizer;
    }

    private static IEnumerable<string> Owners(string name) => ((OptimizerKind[])System.Enum.GetValues(typeof(OptimizerKind)))
        .Where(kind => OptimizerModel.Default(kind).Constants.Any(constant => constant.Name == name))
        .Select(kind => kind.ToString());

    private static OptimizerModel With(OptimizerModel optimizer, NumberArgument number) => optimizer with
    {
        Constants = optimizer.Constants
            .Select(constant => constant.Name == number.Name ? constant with { Value = number.Value } : constant)
            .ToEquatableArray(),
    };

    // Kernels compute with floats: what is one in double may be another there.
    private static bool IsInRange(NumberArgument number) => number.Name switch
    {
        OptimizerConstant.Epsilon => (float)number.Value > 0 && (float)number.Value <= float.MaxValue,
        OptimizerConstant.WeightDecay or OptimizerConstant.L1 => number.Value >= 0 && (float)number.Value <= float.MaxValue,
        _ => number.Value >= 0 && (float)number.Value < 1,
    };

    private static string RangeOf(string name) => name switch
    {
        OptimizerConstant.Epsilon => "above 0 and a finite float",
        OptimizerConstant.WeightDecay or OptimizerConstant.L1 => "0 or more and a finite float",
        _ => "0 or more and below 1",
    };

    private static DeclarationIssue Issue(string id, NumberArgument number, params string[] arguments) =>
        new(id, IssueTarget.NamedArgument(number.Name), arguments.Prepend(number.Name).ToEquatableArray(), null);
}
