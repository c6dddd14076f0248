using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing.Layers;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for the layers together, and what follows where they are too much for kernels.</summary>
internal static class NetworkSizeRules
{
    /// <param name="declaration">The declaration, whose sizes are right, each by itself.</param>
    /// <param name="layers">The layers; none where one is wrong.</param>
    public static IEnumerable<DeclarationIssue> Check(MlpDeclaration declaration, EquatableArray<LayerModel> layers)
    {
        if (declaration.Layers is null && declaration.Onnx is null && declaration.Sizes.Items.Count < Limits.MinLayerSizes)
        {
            return [Issue(DiagnosticIds.TooFewLayerSizes, IssueTarget.Attribute, Numeral.Grouped(declaration.Sizes.Items.Count))];
        }

        int count = declaration.Onnx is not null ? layers.Count : declaration.Layers?.Items.Count ?? declaration.Sizes.Items.Count - 1;
        if (count > Limits.MaxLayers)
        {
            IssueTarget first = declaration.Layers is null ? IssueTarget.LayerSize(Limits.MaxLayers + 1) : IssueTarget.Layer(Limits.MaxLayers);
            return [Issue(DiagnosticIds.TooManyLayers, first, Numeral.Grouped(Limits.MaxLayers), Numeral.Grouped(count), declaration.Layers is null ? ", counted by their weights" : "")];
        }

        if (layers.Count == 0)
        {
            return [];
        }

        decimal parameters = ParametersOf(layers);
        return parameters > Limits.MaxParameters
            ? [Issue(DiagnosticIds.TooManyParameters, IssueTarget.Attribute, Numeral.Grouped(Limits.MaxParameters), Numeral.Grouped(parameters))]
            : KernelLimits.PassedBy(NetworkModel.ComputedLayers(layers, declaration.Use), declaration.IsDeterministic).Select(limit => WithoutKernels(declaration, limit));
    }

    /// <summary>Which layers there are, where they are attributes: all in one part of the type, and one or more that compute something; none where they are sizes.</summary>
    /// <param name="declaration">The declaration.</param>
    public static IEnumerable<DeclarationIssue> CheckPresence(MlpDeclaration declaration)
    {
        string name = declaration.Type.Levels[0].Name;
        return declaration.Layers switch
        {
            { Apart: > 0 } written => Enumerable.Range(written.Items.Count, System.Math.Min(written.Apart, Limits.MaxLayers)).Select(index => Issue(DiagnosticIds.LayersInSeveralParts, IssueTarget.Layer(index), name)),
            { AreBound: true } written when written.Items.All(layer => layer is DeclaredFlatten) => [Issue(DiagnosticIds.NoLayers, IssueTarget.Attribute, name)],
            _ => declaration.IdleLayers.Take(Limits.MaxLayers).Select((kind, index) => Issue(DiagnosticIds.LayerWithoutNetwork, IssueTarget.Layer(index), kind, name)),
        };
    }

    /// <summary>The weights and biases together, of which there may be more than an <see langword="int"/> counts.</summary>
    public static decimal ParametersOf(EquatableArray<LayerModel> layers) => layers.SelectMany(layer => layer.Tensors).Sum(Count);

    /// <summary>Why a network has no kernels, with both numbers, and what to do about it.</summary>
    /// <param name="limit">The limit that it is past.</param>
    public static (string Reason, string Advice) WordsOf(PassedLimit limit) => limit.Kind switch
    {
        LimitKind.LayerSize => ($"a layer is {Numeral.Grouped(limit.Found)} wide, and kernels are written for {Numeral.Grouped(limit.Most)} at most", "make it narrower"),
        LimitKind.PaddedSize => ($"a convolution sees {Numeral.Grouped(limit.Found)} values, its padding among them, and kernels are written for {Numeral.Grouped(limit.Most)} at most", "make its padding or its dilation smaller"),
        LimitKind.Layers => ($"it has {Numeral.Grouped(limit.Found)} layers, and kernels are written for {Numeral.Grouped(limit.Most)} at most", "leave layers out"),
        LimitKind.Parameters => ($"it has {Numeral.Grouped(limit.Found)} parameters, and kernels are written for {Numeral.Grouped(limit.Most)} at most", "make its widest layers narrower"),
        LimitKind.DeterministicKind => ($"it is deterministic and has a {limit.LayerKind} over positions, of which deterministic networks have no kernels", "leave 'Deterministic' out"),
        _ => ($"it has {Numeral.Grouped(limit.Found)} layers that differ in size or activation, and kernels are written for {Numeral.Grouped(limit.Most)} at most", "give neighbouring layers the same size and activation"),
    };

    /// <summary>The values of a tensor, of which there may be more than a <see langword="long"/> counts.</summary>
    private static decimal Count(TensorModel tensor) => tensor.Shape.Extents.Aggregate(1m, (count, extent) => count * extent);

    private static DeclarationIssue WithoutKernels(MlpDeclaration declaration, PassedLimit limit)
    {
        (string reason, string advice) = WordsOf(limit);
        IssueTarget target = limit.Size is { } size && declaration.Layers is null ? IssueTarget.LayerSize(size) : IssueTarget.Attribute;
        return Issue(DiagnosticIds.WithoutKernels, target, declaration.Type.Levels[0].Name, reason, advice);
    }

    private static DeclarationIssue Issue(string id, IssueTarget target, params string[] arguments) =>
        new(id, target, arguments.ToEquatableArray());
}
