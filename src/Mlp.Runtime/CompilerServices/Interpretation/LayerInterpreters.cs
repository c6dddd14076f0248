using System;
using System.Collections.Generic;

namespace Mlp.CompilerServices;

/// <summary>Which class computes which kind of layer: the one list of kinds.</summary>
internal static class LayerInterpreters
{
    private static readonly Dictionary<string, Func<LayerDescription, StoredTensor[], ElementActivation, LayerInterpreter>> Kinds = new()
    {
        ["Dense"] = static (layer, tensors, activation) => new DenseInterpreter(layer, tensors, activation),
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
}
