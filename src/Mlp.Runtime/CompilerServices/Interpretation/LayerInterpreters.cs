using System;
using System.Collections.Generic;

namespace Mlp.CompilerServices;

/// <summary>Which class computes which kind of layer: the one list of kinds.</summary>
internal static class LayerInterpreters
{
    private static readonly Dictionary<string, Func<LayerDescription, StoredTensor[], ElementActivation, RowLoops, LayerInterpreter>> Kinds = new()
    {
        ["Dense"] = static (layer, tensors, activation, loops) => new DenseInterpreter(layer, tensors, activation, loops),
        ["Conv"] = static (layer, tensors, activation, loops) => new ConvInterpreter(layer, tensors, activation, loops),
        ["MaxPool"] = WithoutActivation(static (layer, _) => new MaxPoolInterpreter(layer)),
        ["AveragePool"] = WithoutActivation(static (layer, loops) => new AveragePoolInterpreter(layer, loops)),
        ["GlobalAveragePool"] = WithoutActivation(static (layer, loops) => new GlobalAveragePoolInterpreter(layer, loops)),
        ["Activation"] = WithoutParameters(static (layer, activation, _) => new ActivationInterpreter(layer, activation)),
        ["Affine"] = WithoutActivation(static (layer, loops) => new AffineInterpreter(layer, loops)),
        ["Clip"] = WithoutActivation(static (layer, _) => new ClipInterpreter(layer)),
        ["PReLU"] = static (layer, tensors, _, loops) => new PReLUInterpreter(layer, tensors[0], loops),
        ["Dropout"] = WithoutActivation(static (layer, _) => new DropoutInterpreter(layer)),
    };

    /// <summary>The interpreter of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="tensors">Where its tensors stand, in canonical order.</param>
    /// <param name="activation">What it ends with: that of the last layer belongs to the output stage, and is the identity here.</param>
    /// <param name="loops">How products are added up.</param>
    /// <exception cref="ArgumentException">There is no such kind of layer.</exception>
    internal static LayerInterpreter Of(LayerDescription layer, StoredTensor[] tensors, ElementActivation activation, RowLoops loops) =>
        Kinds.TryGetValue(layer.Kind, out Func<LayerDescription, StoredTensor[], ElementActivation, RowLoops, LayerInterpreter>? make)
            ? make(layer, tensors, activation, loops)
            : throw new ArgumentException(
                $"No interpreter computes layers of the kind \"{layer.Kind}\", only of: {string.Join(", ", Kinds.Keys)}. Use generator and runtime of one version.", nameof(layer));

    private static Func<LayerDescription, StoredTensor[], ElementActivation, RowLoops, LayerInterpreter> WithoutParameters(
        Func<LayerDescription, ElementActivation, RowLoops, LayerInterpreter> make) => (layer, tensors, activation, loops) =>
    {
        DescriptionRules.Require(tensors.Length == 0, layer, "has tensors, but nothing to learn");
        return make(layer, activation, loops);
    };

    private static Func<LayerDescription, StoredTensor[], ElementActivation, RowLoops, LayerInterpreter> WithoutActivation(
        Func<LayerDescription, RowLoops, LayerInterpreter> make) => WithoutParameters((layer, activation, loops) =>
    {
        DescriptionRules.Require(activation == ElementActivation.Identity, layer, $"has the activation \"{layer.Activation}\", but ends with none");
        return make(layer, loops);
    });
}
