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
                issues.Add(Issue(DiagnosticIds.ForeignConstant, number, kind.ToString(), owners, "optimizer"));
            }
            else if (!IsInRange(number.Name, number.Value) || !IsInRange(number.Name, (float)number.Value))
            {
                issues.Add(Issue(DiagnosticIds.ConstantOutOfRange, number, Shown(number), RangeOf(number.Name)));
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

    /// <summary>The number as it was given, and as kernels would have it where only that is out of range: they compute with floats.</summary>
    private static string Shown(NumberArgument number) => IsInRange(number.Name, number.Value)
        ? Numeral.Of(number.Value) + ", which as a float is " + Numeral.Of((float)number.Value)
        : Numeral.Of(number.Value);

    private static bool IsInRange(string name, double value) => name switch
    {
        OptimizerConstant.Epsilon => value > 0 && !double.IsInfinity(value),
        OptimizerConstant.WeightDecay or OptimizerConstant.L1 => value >= 0 && !double.IsInfinity(value),
        _ => value is >= 0 and < 1,
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
