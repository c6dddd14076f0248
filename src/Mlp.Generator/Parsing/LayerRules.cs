using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for the layer sizes.</summary>
internal static class LayerRules
{
    public static IEnumerable<DeclarationIssue> Check(LayerSizes sizes)
    {
        List<DeclarationIssue> issues = [.. CheckEach(sizes.Items)];
        if (issues.Count == 0)
        {
            issues.AddRange(CheckTogether(sizes));
        }

        return issues;
    }

    private static IEnumerable<DeclarationIssue> CheckEach(EquatableArray<LayerSize> sizes)
    {
        for (int i = 0; i < sizes.Count; i++)
        {
            if (sizes[i].Value is not { } value)
            {
                // Without a text nothing was written yet, and the compiler says so.
                if (sizes[i].Text.Length > 0)
                {
                    yield return Issue(DiagnosticIds.LayerSizeNotConstant, IssueTarget.LayerSize(i), sizes[i].Text) with
                    {
                        Fix = sizes[i].Whole?.ToString(CultureInfo.InvariantCulture),
                    };
                }
            }
            else if (value is < Limits.MinLayerSize or > Limits.MaxLayerSize)
            {
                yield return Issue(
                    DiagnosticIds.LayerSizeOutOfRange, IssueTarget.LayerSize(i), Text(value), Text(Limits.MinLayerSize), Text(Limits.MaxLayerSize));
            }
        }
    }

    private static IEnumerable<DeclarationIssue> CheckTogether(LayerSizes sizes)
    {
        int layers = sizes.Items.Count - 1;
        if (sizes.Items.Count < Limits.MinLayerSizes)
        {
            yield return Issue(DiagnosticIds.TooFewLayerSizes, IssueTarget.Attribute, Text(sizes.Items.Count));
        }
        else if (layers > Limits.MaxLayers)
        {
            yield return Issue(DiagnosticIds.TooManyLayers, IssueTarget.LayerSize(Limits.MaxLayers + 1), Text(Limits.MaxLayers), Text(layers));
        }
        else if (ParameterCount(sizes.Items) is > Limits.MaxParameters and var count)
        {
            yield return Issue(DiagnosticIds.TooManyParameters, IssueTarget.Attribute, Text(Limits.MaxParameters), Text(count));
        }
        else if (DifferentLayers(sizes.Items) is > Limits.MaxDifferentLayers and var different)
        {
            yield return Issue(DiagnosticIds.TooManyDifferentLayers, IssueTarget.Attribute, Text(Limits.MaxDifferentLayers), Text(different));
        }
    }

    private static long ParameterCount(EquatableArray<LayerSize> sizes) =>
        Enumerable.Range(1, sizes.Count - 1).Sum(i => ((sizes[i - 1].Value ?? 0) + 1L) * (sizes[i].Value ?? 0));

    private static int DifferentLayers(EquatableArray<LayerSize> sizes) =>
        Enumerable.Range(1, sizes.Count - 1).Select(i => (sizes[i - 1].Value, sizes[i].Value)).Distinct().Count();

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static DeclarationIssue Issue(string id, IssueTarget target, params string[] arguments) =>
        new(id, target, arguments.ToEquatableArray());
}
