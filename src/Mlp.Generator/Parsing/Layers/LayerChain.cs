using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>The layers of a declaration, judged one after the other: each is told what the one before it hands on.</summary>
internal static class LayerChain
{
    /// <summary>The sizes of the attribute as the list of layers that they are short for: an input, then dense layers.</summary>
    public static IEnumerable<DeclaredLayer> Declared(LayerSizes sizes) =>
        sizes.Items.Skip(1).Select((size, index) => LayerKinds.ReaderOf<DeclaredDense>().Read(index + 1, [size]));

    /// <summary>The layers; as many as were declared where none is wrong.</summary>
    /// <param name="sizes">The sizes of the attribute.</param>
    /// <param name="hidden">The activation of all layers but the last, whose activation is the head's; or one for each of them.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static EquatableArray<LayerModel> Judge(LayerSizes sizes, EquatableArray<ActivationModel> hidden, List<DeclarationIssue> issues)
    {
        var layers = new List<LayerModel>();
        Shape? arriving = sizes.Items.Count > 0 && LayerSizeRules.Check(sizes.Items[0], 0, issues) ? Shape.Of(sizes.Items[0].Value.GetValueOrDefault()) : null;
        DeclaredLayer[] declared = [.. Declared(sizes)];
        for (int index = 0; index < declared.Length; index++)
        {
            ActivationModel activation = index == declared.Length - 1 ? ActivationKind.Identity : hidden[Math.Min(index, hidden.Count - 1)];
            LayerModel? layer = LayerKinds.RulesOf(declared[index]).Judge(declared[index], arriving, activation, issues);
            arriving = layer?.Output;
            if (layer is not null)
            {
                layers.Add(layer);
            }
        }

        return layers.ToEquatableArray();
    }
}
