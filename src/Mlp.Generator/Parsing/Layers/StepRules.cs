using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>What must hold for a stride or a dilation: one number, or one for each axis, within the limits.</summary>
/// <param name="place">Where the layer is written.</param>
/// <param name="issues">Receives what is wrong.</param>
internal sealed class StepRules(LayerPlace place, List<DeclarationIssue> issues)
{
    /// <summary>The number of each axis, or one for all of them; null where they are wrong.</summary>
    /// <param name="step">What is written.</param>
    /// <param name="axes">The axes of what arrives; 0 where they are not known.</param>
    public EquatableArray<int>? Check(DeclaredStep step, int axes)
    {
        if (step.Each is not { } each)
        {
            return CheckAll(step);
        }

        // Not a constant: the compiler says so.
        if (each.Values is not { } numbers)
        {
            return null;
        }

        if (step.All is not null)
        {
            return Report(each.Name, each.Name, string.Join(", ", numbers.Select(number => LayerRules.Text(number))), $"left out, as {step.Name} is written too");
        }

        if (numbers.Count == 0 || (axes > 0 && numbers.Count != axes))
        {
            return Report(each.Name, "the number of " + each.Name, LayerRules.Text(numbers.Count), axes > 0 ? LayerRules.Text(axes) + ": one for each axis" : "one for each axis");
        }

        int wrong = numbers.FirstOrDefault(number => !IsWithin(number, 1));
        return IsWithin(numbers.Min(), 1) && IsWithin(numbers.Max(), 1)
            ? numbers
            : Report(each.Name, "a number of " + each.Name, LayerRules.Text(wrong), Range(1));
    }

    private static bool IsWithin(int number, int least) => number >= least && number <= Limits.MaxLayerSize;

    private static string Range(int least) => $"between {LayerRules.Text(least)} and {LayerRules.Text(Limits.MaxLayerSize)}";

    private EquatableArray<int>? CheckAll(DeclaredStep step)
    {
        int? number = step.All is { } written ? written.Value : step.Usual;
        int least = System.Math.Min(step.Usual, 1);
        return number is not { } value ? null
            : IsWithin(value, least) ? new[] { value }.ToEquatableArray()
            : Report(step.Name, step.Name, LayerRules.Text(value), Range(least));
    }

    private EquatableArray<int>? Report(string argument, string noun, string found, string must)
    {
        issues.Add(LayerRules.Issue(DiagnosticIds.ConstantOutOfRange, place.Option(argument), noun, found, must));
        return null;
    }
}
