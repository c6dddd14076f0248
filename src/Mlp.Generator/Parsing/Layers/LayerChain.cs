using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>The layers of a declaration, judged one after the other: each is told what the one before it hands on.</summary>
/// <param name="declared">The layers as they are written.</param>
/// <param name="hidden">The activation of all layers that end in one and name none, but the last, whose activation is the head's; or one for each of them.</param>
/// <param name="issues">Receives what is wrong.</param>
internal sealed class LayerChain(IReadOnlyList<DeclaredLayer> declared, EquatableArray<ActivationModel> hidden, List<DeclarationIssue> issues)
{
    /// <summary>The sizes of the attribute as the list of layers that they are short for: an input, then dense layers.</summary>
    public static IEnumerable<DeclaredLayer> Declared(LayerSizes sizes) =>
        sizes.Items.Skip(1).Select((size, index) => LayerKinds.ReaderOf<DeclaredDense>().Read(new LayerPlace(index + 1, IsAttribute: false), LayerArguments.Of(size)));

    /// <summary>The layers, without those that compute nothing; null where one is wrong.</summary>
    /// <param name="input">The shape of a sample; null where it is wrong.</param>
    public EquatableArray<LayerModel>? Judge(Shape? input)
    {
        var layers = new List<LayerModel>();
        Shape? arriving = input;
        bool isRight = input is not null;
        for (int index = 0; index < declared.Count; index++)
        {
            DeclaredLayer layer = declared[index];
            if (layer is DeclaredFlatten || IsEnding(index))
            {
                arriving = layer is DeclaredFlatten ? arriving?.Flat : arriving;
                continue;
            }

            if (layer is DeclaredDense && layer.Place.IsAttribute && arriving is { Extents.Count: > 1 })
            {
                issues.Add(LayerRules.Issue(DiagnosticIds.ImpliedFlatten, layer.Place.Whole, arriving.Spoken, LayerRules.Text(arriving.Size)));
            }

            if (layer is DeclaredDropout && declared.Skip(index + 1).All(after => after is DeclaredFlatten or DeclaredDropout))
            {
                issues.Add(LayerRules.Issue(DiagnosticIds.DropoutOfOutputs, layer.Place.Whole));
                isRight = false;
            }

            ActivationModel? activation = ActivationOf(index);
            bool learns = activation is { Kind: ActivationKind.PReLU };
            LayerModel? model = LayerKinds.RulesOf(layer).Judge(layer, arriving, learns ? ActivationKind.Identity : activation ?? ActivationKind.Identity, issues);
            isRight &= model is not null && activation is not null;
            arriving = model?.Output;
            layers.AddRange(model is null || (learns && layer is DeclaredActivation) ? [] : [model]);
            layers.AddRange(model is null || !learns ? [] : [new PReLULayer(model.Output, activation!.Constant)]);
        }

        return isRight && layers.Count > 0 ? layers.ToEquatableArray() : null;
    }

    /// <summary>Whether an activation is that of the layer before it, which names none: then it is no layer.</summary>
    private bool IsEnding(int index) =>
        index > 0 && declared[index] is DeclaredActivation && declared[index - 1] is DeclaredDense or DeclaredConv && declared[index - 1].Ending is { State: NameArgumentState.Omitted or NameArgumentState.Null };

    /// <summary>The activation that a layer ends in; the identity for a kind that ends in none, null for one that is wrong.</summary>
    private ActivationModel? ActivationOf(int index)
    {
        DeclaredLayer layer = declared[index];
        if (layer.Ending is not { } named)
        {
            return ActivationKind.Identity;
        }

        bool isLast = declared.Skip(index + 1).All(after => after is DeclaredFlatten);
        bool isOmitted = named.State is NameArgumentState.Omitted or NameArgumentState.Null;
        if (layer is not DeclaredActivation && isOmitted)
        {
            return isLast ? ActivationKind.Identity
                : index + 1 < declared.Count && IsEnding(index + 1) ? ActivationOf(index + 1)
                : hidden[Math.Min(index, hidden.Count - 1)];
        }

        if (isLast && named.State == NameArgumentState.Given)
        {
            bool learns = NameRules.CheckActivation("Activation", named, piece => TargetOf(layer, piece), issues: []) is { Kind: ActivationKind.PReLU };
            string advice = learns ? "a PReLU cannot be that; write nothing here, or another layer behind it" : $"write Output = \"{named.Text}\" there, and nothing here";
            issues.Add(LayerRules.Issue(DiagnosticIds.ActivationOfLastLayer, TargetOf(layer, null), advice) with { Fix = learns ? null : named.Text });
            return null;
        }

        return NameRules.CheckActivation("Activation", named, piece => TargetOf(layer, piece), issues);
    }

    private static IssueTarget TargetOf(DeclaredLayer layer, Activations.TextPiece? piece) =>
        layer is DeclaredActivation ? layer.Place.Argument(0, piece) : layer.Place.Option("Activation", piece);
}
