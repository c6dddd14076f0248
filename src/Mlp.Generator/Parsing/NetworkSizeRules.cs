using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for the layers together.</summary>
internal static class NetworkSizeRules
{
    /// <param name="sizes">The sizes of the attribute, each of them right.</param>
    /// <param name="layers">The layers.</param>
    public static IEnumerable<DeclarationIssue> Check(LayerSizes sizes, EquatableArray<LayerModel> layers)
    {
        if (sizes.Items.Count < Limits.MinLayerSizes)
        {
            yield return Issue(DiagnosticIds.TooFewLayerSizes, IssueTarget.Attribute, Text(sizes.Items.Count));
        }
        else if (layers.Count > Limits.MaxLayers)
        {
            yield return Issue(DiagnosticIds.TooManyLayers, IssueTarget.LayerSize(Limits.MaxLayers + 1), Text(Limits.MaxLayers), Text(layers.Count));
        }
        else if (layers.Sum(layer => (long)layer.ParameterCount) is > Limits.MaxParameters and var count)
        {
            yield return Issue(DiagnosticIds.TooManyParameters, IssueTarget.Attribute, Text(Limits.MaxParameters), Text(count));
        }
        else if (layers.Select(layer => (layer.Kind, layer.Input, layer.Output)).Distinct().Count() is > Limits.MaxDifferentLayers and var different)
        {
            yield return Issue(DiagnosticIds.TooManyDifferentLayers, IssueTarget.Attribute, Text(Limits.MaxDifferentLayers), Text(different));
        }
    }

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static DeclarationIssue Issue(string id, IssueTarget target, params string[] arguments) =>
        new(id, target, arguments.ToEquatableArray());
}
