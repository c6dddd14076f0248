using System;

namespace Mlp.Serialization;

/// <summary>
/// The names that other frameworks give a layer's tensors; layers are counted from 0, input side first. Compiled into the
/// generator too.
/// </summary>
internal static class LayoutNames
{
    /// <summary>PyTorch's, whose index counts modules.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isBias">Whether its biases are meant.</param>
    /// <param name="isIdentity">Whether a layer's activation is the identity, which is no module.</param>
    internal static string PyTorch(int layer, bool isBias, Func<int, bool> isIdentity)
    {
        int index = layer;
        for (int before = 0; before < layer; before++)
        {
            index += isIdentity(before) ? 0 : 1;
        }

        return FormattableString.Invariant($"{index}.{(isBias ? "bias" : "weight")}");
    }

    /// <summary>Keras' default names.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isBias">Whether its biases are meant.</param>
    internal static string Keras(int layer, bool isBias) =>
        (layer == 0 ? "dense" : FormattableString.Invariant($"dense_{layer}")) + (isBias ? "/bias" : "/kernel");

    /// <summary>The attributes of scikit-learn's multi-layer perceptrons.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isBias">Whether its biases are meant.</param>
    internal static string ScikitLearn(int layer, bool isBias) =>
        FormattableString.Invariant($"{(isBias ? "intercepts_" : "coefs_")}.{layer}");
}
