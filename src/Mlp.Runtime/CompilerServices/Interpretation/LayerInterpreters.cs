using System;
using System.Collections.Generic;

namespace Mlp.CompilerServices;

/// <summary>Which class computes which kind of layer: the one list of kinds.</summary>
internal static class LayerInterpreters
{
    private static readonly Dictionary<string, Func<LayerDescription, StoredTensor[], ElementActivation, LayerInterpreter>> Kinds = new()
    {
        ["Dense"] = static (layer, tensors, activation) => new DenseInterpreter(layer, tensors, activation),
        ["Conv"] = static (layer, tensors, activation) => new ConvInterpreter(layer, tensors, activation),
        ["MaxPool"] = WithoutActivation(static layer => new MaxPoolInterpreter(layer)),
        ["AveragePool"] = WithoutActivation(static layer => new AveragePoolInterpreter(layer)),
        ["GlobalAveragePool"] = WithoutActivation(static layer => new GlobalAveragePoolInterpreter(layer)),
        ["Activation"] = WithoutParameters(static (layer, activation) => new ActivationInterpreter(layer, activation)),
        ["Affine"] = WithoutActivation(static layer => new AffineInterpreter(layer)),
        ["Clip"] = WithoutActivation(static layer => new ClipInterpreter(layer)),
        ["PReLU"] = static (layer, tensors, _) => new PReLUInterpreter(layer, tensors[0]),
        ["Dropout"] = WithoutActivation(static layer => new DropoutInterpreter(layer)),
    };

    /// <summary>The interpreter of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="tensors">Where its tensors stand, in canonical order.</param>
    /// <param name="activation">What it ends with: that of the last layer belongs to the output stage, and is the identity here.</param>
    /// <exception cref="ArgumentException">There is no such kind of layer.</exception>
    internal static LayerInterpreter Of(LayerDescription layer, StoredTensor[] tensors, ElementActivation activation) =>
        Kinds.TryGetValue(layer.Kind, out Func<LayerDescription, StoredTensor[], ElementActivation, LayerInterpreter>? make)
            ? make(layer, tensors, activation)
            : throw new ArgumentException(
                $"No interpreter computes layers of the kind \"{layer.Kind}\", only of: {string.Join(", ", Kinds.Keys)}. Use generator and runtime of one version.", nameof(layer));

    private static Func<LayerDescription, StoredTensor[], ElementActivation, LayerInterpreter> WithoutParameters(
        Func<LayerDescription, ElementActivation, LayerInterpreter> make) => (layer, tensors, activation) =>
    {
        DescriptionRules.Require(tensors.Length == 0, layer, "has tensors, but nothing to learn");
        return make(layer, activation);
    };

    private static Func<LayerDescription, StoredTensor[], ElementActivation, LayerInterpreter> WithoutActivation(
        Func<LayerDescription, LayerInterpreter> make) => WithoutParameters((layer, activation) =>
    {
        DescriptionRules.Require(activation == ElementActivation.Identity, layer, $"has the activation \"{layer.Activation}\", but ends with none");
        return make(layer);
    });
}
