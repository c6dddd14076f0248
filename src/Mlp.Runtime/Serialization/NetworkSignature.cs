using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Mlp.Text;

namespace Mlp.Serialization;

/// <summary>What a file says of the network that it is from, under keys that begin with "mlp.".</summary>
internal static class NetworkSignature
{
    private const int LongestShown = 200;

    /// <summary>The metadata key of the signature.</summary>
    internal const string Key = "mlp.network";

    /// <summary>The metadata key of the version of what is written: names and meanings.</summary>
    internal const string FormatKey = "mlp.format";

    /// <summary>The version of what is written.</summary>
    internal const string Format = "1";

    /// <summary>What the names of metadata and of tensors that are no weights begin with.</summary>
    internal const string PrefixText = TensorRefusals.ForeignPrefix;

    /// <summary>The prefix in UTF-8.</summary>
    internal static ReadOnlySpan<byte> Prefix => "mlp."u8;

    /// <summary>The signature that a file has, as a message shows it; none where it has none.</summary>
    /// <param name="header">The header, read for <see cref="Key"/> first of all.</param>
    internal static string? Quote(SafetensorsHeader header) =>

        // Cut before it is copied: it may be as long as a header.
        header.Metadata[0] is { } signature
            ? QuotedText.Of(Encoding.UTF8.GetBytes(signature[..Math.Min(signature.Length, LongestShown)]))
            : null;

    /// <summary>Whether a file says that it is from a network of these sizes, activations and loss; names compare without case.</summary>
    /// <param name="header">The header, read for <see cref="Key"/> first of all.</param>
    /// <param name="network">The network.</param>
    internal static bool IsOf(SafetensorsHeader header, NetworkDescription network) =>
        string.Equals(header.Metadata[0], Of(network), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Sizes, activations and loss: "4-16-3 ReLU Softmax CrossEntropy". Hidden activations stand once where all are the same. A dropout has no part in it,
    /// for what a network predicts does not depend on it.
    /// </summary>
    internal static string Of(NetworkDescription network)
    {
        IReadOnlyList<LayerDescription> layers = network.Layers;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{string.Join('x', layers[0].InputShape)}");
        foreach (LayerDescription layer in layers.Where(layer => layer.Kind != LayoutLayer.Dropout))
        {
            // Dense layers, which most networks have alone, are told by their sizes.
            text.Append(CultureInfo.InvariantCulture, $"-{(layer.Kind == LayoutLayer.Dense ? "" : layer.Kind)}{string.Join('x', layer.OutputShape)}");
        }

        string[] hidden = [.. layers.SkipLast(1).Where(layer => layer.Tensors.Count > 0 || layer.Activation != Activation.Identity).Select(layer => layer.Activation)];
        foreach (string activation in hidden.Distinct().Count() == 1 ? hidden[..1] : hidden)
        {
            text.Append(' ').Append(activation);
        }

        return text.Append(' ').Append(layers[^1].Activation).Append(' ').Append(network.Loss).ToString();
    }
}
