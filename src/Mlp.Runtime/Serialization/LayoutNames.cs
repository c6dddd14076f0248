using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Serialization;

/// <summary>
/// The names that other frameworks give a layer's tensors; layers are counted from 0, input side first. Compiled into the
/// generator too.
/// </summary>
internal static class LayoutNames
{
    /// <summary>PyTorch's, whose index counts modules: layers, activations that are not the identity, and a Flatten before a layer that sees none of the shape that is there.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="isBias">Whether its biases are meant.</param>
    internal static string PyTorch(IReadOnlyList<LayoutLayer> layers, int layer, bool isBias)
    {
        int index = 0;
        for (int before = 0; before < layer; before++)
        {
            index += layers[before].Modules + (layers[before].Axes > 1 && layers[before + 1].SeesNoShape ? 1 : 0);
        }

        return FormattableString.Invariant($"{index}.{(isBias ? "bias" : "weight")}");
    }

    /// <summary>Keras' default names, which count the layers of each kind.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="isBias">Whether its biases are meant.</param>
    internal static string Keras(IReadOnlyList<LayoutLayer> layers, int layer, bool isBias)
    {
        string name = KerasName(layers[layer]);
        int number = 0;
        for (int before = 0; before < layer; before++)
        {
            number += KerasName(layers[before]) == name ? 1 : 0;
        }

        return (number == 0 ? name : FormattableString.Invariant($"{name}_{number}")) + (isBias ? "/bias" : layers[layer].Kind == LayoutLayer.PReLU ? "/alpha" : "/kernel");
    }

    /// <summary>The attributes of scikit-learn's multi-layer perceptrons, which count the layers that have weights.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="isBias">Whether its biases are meant.</param>
    internal static string ScikitLearn(IReadOnlyList<LayoutLayer> layers, int layer, bool isBias)
    {
        // It has no learned slopes: a name that only such a file has, and a number of their own, for two may follow on one another.
        bool isLearned = layers[layer].Kind == LayoutLayer.PReLU;
        int number = layers.Take(layer).Count(before => isLearned ? before.Kind == LayoutLayer.PReLU : before.Kind is LayoutLayer.Dense or LayoutLayer.Conv);
        return FormattableString.Invariant($"{(isBias ? "intercepts_" : isLearned ? "slopes_" : "coefs_")}.{number}");
    }

    /// <summary>The layer whose outputs a layer takes, place by place: the one before it, or an earlier one if what stands between sees no shape and keeps places. −1 for the first layer.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="layer">The layer.</param>
    internal static int SourceOf(IReadOnlyList<LayoutLayer> layers, int layer)
    {
        int source = layer - 1;
        while (source > 0 && layers[source] is { SeesNoShape: true, KeepsPlaces: true })
        {
            source--;
        }

        return source;
    }

    private static string KerasName(LayoutLayer layer) => layer.Kind switch
    {
        LayoutLayer.Conv => FormattableString.Invariant($"conv{layer.Axes - 1}d"),
        LayoutLayer.PReLU => "p_re_lu",
        _ => layer.Kind.ToLowerInvariant(),
    };
}
