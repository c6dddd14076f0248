using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for the layers together, and what follows where they are too much for kernels.</summary>
internal static class NetworkSizeRules
{
    /// <param name="name">The name of the type.</param>
    /// <param name="sizes">The sizes of the attribute, each of them right.</param>
    /// <param name="layers">The layers.</param>
    public static IEnumerable<DeclarationIssue> Check(string name, LayerSizes sizes, EquatableArray<LayerModel> layers)
    {
        if (sizes.Items.Count < Limits.MinLayerSizes)
        {
            return [Issue(DiagnosticIds.TooFewLayerSizes, IssueTarget.Attribute, Text(sizes.Items.Count))];
        }

        if (layers.Count > Limits.MaxLayers)
        {
            return [Issue(DiagnosticIds.TooManyLayers, IssueTarget.LayerSize(Limits.MaxLayers + 1), Text(Limits.MaxLayers), Text(layers.Count))];
        }

        // Where nothing was written yet for a size, its layer is missing and nothing is said.
        if (layers.Count < sizes.Items.Count - 1)
        {
            return [];
        }

        long parameters = layers.SelectMany(layer => layer.Tensors).Sum(Count);
        return parameters > Limits.MaxParameters
            ? [Issue(DiagnosticIds.TooManyParameters, IssueTarget.Attribute, Text(Limits.MaxParameters), Text(parameters))]
            : KernelLimits.PassedBy(layers).Select(limit => WithoutKernels(name, limit));
    }

    /// <summary>The values of a tensor, of which there may be more than an <see langword="int"/> counts.</summary>
    private static long Count(TensorModel tensor) => tensor.Shape.Extents.Aggregate(1L, (count, extent) => count * extent);

    private static DeclarationIssue WithoutKernels(string name, PassedLimit limit)
    {
        (string reason, string advice) = limit.Kind switch
        {
            LimitKind.LayerSize => ($"a layer is {Text(limit.Found)} wide, and kernels are written for {Text(limit.Most)} at most", "make it narrower"),
            LimitKind.Layers => ($"it has {Text(limit.Found)} layers, and kernels are written for {Text(limit.Most)} at most", "leave layers out"),
            LimitKind.Parameters => ($"it has {Text(limit.Found)} parameters, and kernels are written for {Text(limit.Most)} at most", "make its widest layers narrower"),
            _ => ($"it has {Text(limit.Found)} layers that differ in size or activation, and kernels are written for {Text(limit.Most)} at most", "give neighbouring layers the same size and activation"),
        };
        IssueTarget target = limit.Size is { } size ? IssueTarget.LayerSize(size) : IssueTarget.Attribute;
        return Issue(DiagnosticIds.WithoutKernels, target, name, reason, advice);
    }

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static DeclarationIssue Issue(string id, IssueTarget target, params string[] arguments) =>
        new(id, target, arguments.ToEquatableArray());
}
